// Which part of the page a monitor shows. Pure.

/** All of it, or the part that a second monitor is for. */
export const views = ['all', 'table', 'chart', 'story'] as const;
export type View = (typeof views)[number];

export function viewOf(text: string | null): View {
  return views.find((view) => view === text) ?? 'all';
}

/** The one after it, round and round. */
export function nextView(view: View): View {
  return views[(views.indexOf(view) + 1) % views.length] ?? 'all';
}
