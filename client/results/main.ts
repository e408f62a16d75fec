// Starts the results page: /results, and deep links to a meet, a race, an event or a selection of it.
import { openSource } from '../kit/open-page.ts';
import { setTheme, themeOf } from '../kit/theme.ts';
import { ResultsPage } from './results-page.ts';

const asked = new URLSearchParams(location.search);
const page = new ResultsPage();
page.live = await openSource(asked);
// A phone in the hand follows its owner's taste; a wall does not.
const taste = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
setTheme(themeOf(asked.get('theme')) ?? taste);
document.body.append(page);
