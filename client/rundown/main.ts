// Starts the rundown: /rundown takes graphics on the output `main`, /rundown?output=<name> on another; ?race=<id> stays with
// one race, else it follows what is on.
import { words } from '../kit/air-words.ts';
import { speak } from '../kit/language.ts';
import { showNoPast } from '../kit/no-past.ts';
import { openLive } from '../kit/open-page.ts';
import { openWithToken } from '../kit/sign-in.ts';
import { setTheme, themeOf } from '../kit/theme.ts';
import { RundownPage } from './rundown-page.ts';

const asked = new URLSearchParams(location.search);
setTheme(themeOf(asked.get('theme')) ?? 'dark');
await speak([asked.get('lang'), ...navigator.languages]);

function open(token: string): void {
  const page = new RundownPage();
  page.live = openLive(asked, { token });
  page.token = token;
  page.output = asked.get('output') ?? 'main';
  page.race = asked.get('race') ?? undefined;
  document.body.replaceChildren(page);
}

if (asked.has('at')) showNoPast(words('noPast'));
else await openWithToken(open);
