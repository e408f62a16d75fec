// Starts the arena page: /arena?race=<id>, /arena?event=<id> for its standings, /arena?view=<picture>, or /arena for whatever is on.
import { openSource } from '../kit/open-page.ts';
import { watchShape } from '../kit/shape.ts';
import { ArenaPage } from './arena-page.ts';
import { viewOf } from './views.ts';

const asked = new URLSearchParams(location.search);
const page = new ArenaPage();
page.live = await openSource(asked);
page.shape$ = watchShape((query) => matchMedia(query));
page.race = asked.get('race') ?? undefined;
page.event = asked.get('event') ?? undefined;
page.meet = asked.get('meet') ?? undefined;
page.view = viewOf(asked.get('view'));
document.body.append(page);
