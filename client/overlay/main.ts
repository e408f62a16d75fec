// Starts an output: /overlay shows what was taken on `main`, /overlay?output=<name> on another; with ?delay= takes and
// boards are late together; with ?at= what is on now is shown as it was at that moment.
import { speak } from '../kit/language.ts';
import { openLive, openPast } from '../kit/open-page.ts';
import { setTheme, themeOf } from '../kit/theme.ts';
import { OverlayStage } from './overlay-stage.ts';

const asked = new URLSearchParams(location.search);
setTheme(themeOf(asked.get('theme')) ?? 'dark');
await speak([asked.get('lang'), ...navigator.languages]);

const stage = new OverlayStage();
stage.past = await openPast(asked, false);
// What it shows is said, so that the server knows what was aired.
stage.live = openLive(asked, { acks: stage.past === undefined });
stage.output = asked.get('output') ?? 'main';
document.body.append(stage);
