// Starts the console: /console for the race on the ice, /console?race=<id> for one; ?lang= as on every page.
import { speak } from '../kit/language.ts';
import { showNoPast } from '../kit/no-past.ts';
import { openLive } from '../kit/open-page.ts';
import { openWithToken } from '../kit/sign-in.ts';
import { setTheme, themeOf } from '../kit/theme.ts';
import { ConsolePage } from './console-page.ts';
import { say } from './console-words.ts';
import { Desk } from './send.ts';

const asked = new URLSearchParams(location.search);
setTheme(themeOf(asked.get('theme')) ?? 'dark');
await speak([asked.get('lang'), ...navigator.languages]);

function open(token: string): void {
  const page = new ConsolePage();
  page.live = openLive(asked, { token, acks: true });
  page.desk = new Desk(token);
  page.asked = asked.get('race') ?? undefined;
  document.body.replaceChildren(page);
}

if (asked.has('at')) showNoPast(say('noPast'));
else await openWithToken(open);
