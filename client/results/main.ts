// Starts the results page: /results, and deep links to a meet, a race, an event or a selection of it.
import { openSource } from '../kit/open-page.ts';
import { tasteOf } from '../kit/theme.ts';
import { ResultsPage } from './results-page.ts';

const asked = new URLSearchParams(location.search);
const page = new ResultsPage();
page.live = await openSource(asked, tasteOf());
document.body.append(page);
