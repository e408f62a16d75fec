// Bytes of a list to text: the encoding is seen from the bytes, since no spreadsheet says which it has written.

export interface Decoded {
  readonly text: string;
  /** As the WHATWG names it: utf-8, utf-16le, utf-16be, windows-1252. */
  readonly encoding: string;
}

/** This much of a file without a byte order mark is looked at for the zero bytes of UTF-16. */
const sampleBytes = 1024;
/** In UTF-16 of a European list nearly every second byte is zero; in any other encoding none is. */
const zeroShare = 0.3;

/** What Windows-1252 has where ISO 8859-1 has control characters, 0x80 to 0x9f; its five free places are kept as they are. */
const windowsOnly = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand: the decoder of Node 20 of that name reads ISO 8859-1. */
function decodeWindows(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes).toString('latin1');
  return latin.replaceAll(/[\u0080-\u009f]/g, (letter) => windowsOnly[letter.charCodeAt(0) - 0x80] ?? letter);
}

function markedAs(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

function looksLike16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, sampleBytes);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > (sample.length / 2) * zeroShare && odd > even) return 'utf-16le';
  return even > (sample.length / 2) * zeroShare ? 'utf-16be' : undefined;
}

/** Decodes without a byte order mark; what is neither marked nor UTF-8 is what a western Windows writes. */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = markedAs(bytes) ?? looksLike16(bytes);
  if (encoding !== undefined) return { text: new TextDecoder(encoding).decode(bytes), encoding };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: decodeWindows(bytes), encoding: 'windows-1252' };
  }
}
