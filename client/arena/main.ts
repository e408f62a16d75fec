// Starts the arena page: /arena?race=<id>, /arena?event=<id> for its standings, or /arena for whatever is on.
import { Live } from '../kit/live.ts';
import { reloadWhenClosed } from '../kit/reload.ts';
import { watchShape } from '../kit/shape.ts';
import { onWake } from '../kit/wake.ts';
import { livePath } from '../kit/wire.ts';
import { ArenaPage } from './arena-page.ts';

const live = new Live({ url: `${location.origin.replace(/^http/, 'ws')}${livePath}` });
onWake(() => live.wake());
reloadWhenClosed(live.connection$);

const page = new ArenaPage();
page.live = live;
page.shape$ = watchShape((query) => matchMedia(query));
const asked = new URLSearchParams(location.search);
page.race = asked.get('race') ?? undefined;
page.event = asked.get('event') ?? undefined;
document.body.append(page);
