// Starts the arena page: /arena?race=<id>, or /arena for whatever is on.
import { Live } from '../kit/live.ts';
import { reloadWhenClosed } from '../kit/reload.ts';
import { onWake } from '../kit/wake.ts';
import { livePath } from '../kit/wire.ts';
import { ArenaPage } from './arena-page.ts';

const live = new Live({ url: `${location.origin.replace(/^http/, 'ws')}${livePath}` });
onWake(() => live.wake());
reloadWhenClosed(live.connection$);

const page = new ArenaPage();
page.live = live;
page.race = new URLSearchParams(location.search).get('race') ?? undefined;
document.body.append(page);
