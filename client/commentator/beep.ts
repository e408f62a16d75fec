// A short soft tone for an alert, another for each kind: somebody who speaks hears which without looking.
import type { Alert } from './alerts.ts';

const hertz: Readonly<Record<Alert['kind'], number>> = { attack: 660, lead: 880, record: 1320, overdue: 330 };
const lengthS = 0.18;
const loudness = 0.12;

let context: AudioContext | undefined;

/** Browsers give sound only after a key or a click; switching it on is one. */
export function beep(kind: Alert['kind']): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  const { currentTime, destination } = context;
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = hertz[kind];
  volume.gain.setValueAtTime(loudness, currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, currentTime + lengthS);
  tone.connect(volume).connect(destination);
  tone.start(currentTime);
  tone.stop(currentTime + lengthS);
}
