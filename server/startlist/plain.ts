// Text reduced to what a person would call the same: without case, accents, spaces and signs. For comparing, never for showing.

/** Letters that are no other letter with an accent, and how they are written where there are none. */
const spelled: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

function plainWords(text: string): string[] {
  const letters = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[æøœßđðłþı]/g, (letter) => spelled[letter] ?? letter);
  return letters.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** `Transponder 1`, `TRANSPONDER-1` and `transponder1` are the same. */
export function plain(text: string): string {
  return plainWords(text).join('');
}

/** A person's name in whatever order its parts are written: `KRAMER Sven` is `Sven Kramer`. */
export function plainName(text: string): string {
  return plainWords(text).sort().join(' ');
}

/** An id made of a text: `gelinas-beaulieu`; empty where nothing of it is of the Latin alphabet. */
export function idFrom(text: string): string {
  const words = plainWords(text.replaceAll(/['’]/g, '')).map((word) => word.replaceAll(/[^a-z0-9]/g, ''));
  const id = words.filter((word) => word !== '').join('-');
  return id.slice(0, 60).replace(/-+$/, '');
}
