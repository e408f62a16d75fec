// The id of an athlete from the name, the same in every race the athlete skates.

/** `Antoine Gélinas-Beaulieu` is `antoine-gelinas-beaulieu`. For names in Latin letters with accents. */
export function athleteId(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}
