// The sound of an alarm: two short tones, made here, since a file would have to be fetched when the network is in trouble.

const toneS = 0.18;
const tonesHz = [880, 660];

let audio: AudioContext | undefined;

/** Browsers let a page sound only after somebody has touched it: a switch on this page is such a touch. */
export function beep(): void {
  audio ??= new AudioContext();
  for (const [index, hz] of tonesHz.entries()) {
    const tone = audio.createOscillator();
    tone.frequency.value = hz;
    tone.connect(audio.destination);
    tone.start(audio.currentTime + index * toneS);
    tone.stop(audio.currentTime + (index + 1) * toneS);
  }
}
