// The pictures a screen may be told to show, by the names that addresses and settings have for them.
import type { ScreenSettings } from '../../shared/screen.ts';

export type View = ScreenSettings['view'];

const views: Readonly<Record<View, true>> = {
  auto: true,
  startList: true,
  race: true,
  result: true,
  standings: true,
  selection: true,
  programme: true,
  break: true,
  sponsors: true,
  lapcounter: true,
  blank: true,
};

/** The view a text names; whatever is on where there is none of that name. */
export function viewOf(text: string | null): View {
  return text !== null && Object.hasOwn(views, text) ? (text as View) : 'auto';
}
