// Starts the console: /console for the race on the ice, /console?race=<id> for one; ?lang= as on every page.
import { speak } from '../kit/language.ts';
import { openLive } from '../kit/open-page.ts';
import { setTheme, themeOf } from '../kit/theme.ts';
import { ConsolePage } from './console-page.ts';
import { memory } from './desk-memory.ts';
import { NoPast } from './no-past.ts';
import { Desk } from './send.ts';
import { SignIn } from './sign-in.ts';

const asked = new URLSearchParams(location.search);
setTheme(themeOf(asked.get('theme')) ?? 'dark');

function open(token: string): void {
  memory.token = token;
  const page = new ConsolePage();
  page.live = openLive(asked, { token, acks: true });
  page.desk = new Desk(token);
  page.asked = asked.get('race') ?? undefined;
  document.body.replaceChildren(page);
}

/** A token of an earlier visit may have been revoked; without an answer the page opens and says that it is offline. */
async function start(): Promise<void> {
  await speak([asked.get('lang'), ...navigator.languages]);
  if (asked.has('at')) return document.body.replaceChildren(new NoPast());
  const { token } = memory;
  if (token !== undefined) {
    const answer = await new Desk(token).knows();
    if (answer.ok || answer.status === 0) return open(token);
  }
  const form = new SignIn();
  form.signedIn = open;
  document.body.replaceChildren(form);
}

await start();
