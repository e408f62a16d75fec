// Starts the first page: `/` names every other and what is on.
import { openSource } from '../kit/open-page.ts';
import { tasteOf } from '../kit/theme.ts';
import { HomePage } from './home-page.ts';

const asked = new URLSearchParams(location.search);
const page = new HomePage();
page.live = await openSource(asked, tasteOf());
document.body.append(page);
