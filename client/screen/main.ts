// Starts a named screen: /screen/<name>, with ?at= as at that moment. /screen goes to the name this browser remembers, /screen?new asks for one.
import { speak } from '../kit/language.ts';
import { openLive, openPast } from '../kit/open-page.ts';
import { watchShape } from '../kit/shape.ts';
import { nameIn, remember, remembered } from './name.ts';
import { NameForm } from './name-form.ts';
import { ScreenPage } from './screen-page.ts';

const asked = new URLSearchParams(location.search);
/** A moment of the past stays in it. */
const addressOf = (name: string) => `/screen/${encodeURIComponent(name)}${asked.has('at') ? location.search : ''}`;

async function open(name: string): Promise<void> {
  const past = await openPast(asked);
  const page = new ScreenPage();
  // What is not of now is not what the hall is shown.
  page.live = openLive(new URLSearchParams(), { acks: past === undefined });
  page.pictures = past ?? page.live;
  page.name = name;
  page.shape$ = watchShape((query) => matchMedia(query));
  document.body.append(page);
}

function ask(): void {
  const form = new NameForm();
  form.name = remembered() ?? '';
  form.named = (name) => location.assign(addressOf(name));
  document.body.append(form);
}

const name = nameIn(location.pathname);
if (name !== undefined) remember(name);
const known = asked.has('new') ? undefined : remembered();
if (name === undefined && known !== undefined) location.replace(addressOf(known));
else {
  await speak([asked.get('lang'), ...navigator.languages]);
  if (name === undefined) ask();
  else await open(name);
}
