// Starts the arena page: /arena?race=<id>, /arena?event=<id> for its standings, or /arena for whatever is on.
import { openSource } from '../kit/open-page.ts';
import { watchShape } from '../kit/shape.ts';
import { ArenaPage } from './arena-page.ts';

const asked = new URLSearchParams(location.search);
const page = new ArenaPage();
page.live = await openSource(asked);
page.shape$ = watchShape((query) => matchMedia(query));
page.race = asked.get('race') ?? undefined;
page.event = asked.get('event') ?? undefined;
document.body.append(page);
