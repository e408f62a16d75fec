// Starts the commentator page: /commentator for whatever is on, or ?race=<id>; ?view= says which part a monitor shows.
import { openSource } from '../kit/open-page.ts';
import { CommentatorPage } from './commentator-page.ts';
import { viewOf } from './views.ts';

const asked = new URLSearchParams(location.search);
const page = new CommentatorPage();
page.live = await openSource(asked);
page.race = asked.get('race') ?? undefined;
page.view = viewOf(asked.get('view'));
document.body.append(page);
