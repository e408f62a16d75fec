// The keys of `splitcast replay`, where it runs on a terminal. Knows keys, not what they do.

export interface Keys {
  space(): void;
  /** Seconds of the recording, negative backwards. */
  move(seconds: number): void;
}

const step = 10;
const leap = 60;
const ctrlC = '\u0003';
const moves: Readonly<Record<string, number>> = {
  '\u001b[C': step,
  '\u001b[D': -step,
  '\u001b[A': leap,
  '\u001b[B': -leap,
};

/** Listens until the returned function is called; nothing where there is no terminal. */
export function listenToKeys(input: NodeJS.ReadStream, keys: Keys): () => void {
  if (!input.isTTY) return () => undefined;
  const take = (data: string) => {
    // A terminal in raw mode leaves the signal to us.
    if (data === ctrlC) process.kill(process.pid, 'SIGINT');
    else if (data === ' ') keys.space();
    else if (moves[data] !== undefined) keys.move(moves[data]);
  };
  input.setRawMode(true);
  input.setEncoding('utf8');
  input.on('data', take);
  input.resume();
  return () => {
    input.off('data', take);
    input.setRawMode(false);
    input.pause();
  };
}
