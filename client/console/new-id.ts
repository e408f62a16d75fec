// Ids of facts that are decided here.

/** Also where a browser has no `randomUUID`, which is on plain http in a hall's network. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `desk-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
