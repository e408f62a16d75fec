// The sponsors' pictures a server has, looked up again and again: one that is put into the folder is shown without a reload.

/** Often enough for who puts a picture there and looks up. */
const lookMs = 60_000;

/** Calls `found` with the names of the pictures, at once and whenever they are others, until the returned function is called. */
export function sponsorsOf(found: (pictures: readonly string[]) => void): () => void {
  let last = '';
  const look = async () => {
    const answer = await fetch('/sponsors').catch(() => undefined);
    if (answer?.ok !== true) return;
    const { pictures } = (await answer.json()) as { pictures: readonly string[] };
    if (pictures.join('/') === last) return;
    last = pictures.join('/');
    found(pictures);
  };
  void look();
  const timer = setInterval(() => void look(), lookMs);
  return () => clearInterval(timer);
}
