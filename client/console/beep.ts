// The sound of an alarm: two short tones, made here, since a file would have to be fetched when the network is in trouble.

const toneS = 0.18;
const tonesHz = [880, 660];

let made: AudioContext | undefined;

function audio(): AudioContext {
  made ??= new AudioContext();
  return made;
}

/** Browsers let a page sound only after somebody has pressed a key or a button on it. */
export function isBlocked(): boolean {
  return audio().state === 'suspended';
}

/** To be called when a key was pressed: from then on the page is let sound. */
export async function unblock(): Promise<void> {
  if (isBlocked()) await audio().resume();
}

export function beep(): void {
  for (const [index, hz] of tonesHz.entries()) {
    const tone = audio().createOscillator();
    tone.frequency.value = hz;
    tone.connect(audio().destination);
    tone.start(audio().currentTime + index * toneS);
    tone.stop(audio().currentTime + (index + 1) * toneS);
  }
}
