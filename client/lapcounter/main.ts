// Starts the lap board: /lapcounter for what is on the ice, /lapcounter?race=<id> for one race.
import { ArenaPage } from '../arena/arena-page.ts';
import { openSource } from '../kit/open-page.ts';
import { watchShape } from '../kit/shape.ts';

const asked = new URLSearchParams(location.search);
const page = new ArenaPage();
page.live = await openSource(asked);
page.shape$ = watchShape((query) => matchMedia(query));
page.view = 'lapcounter';
page.race = asked.get('race') ?? undefined;
document.body.append(page);
