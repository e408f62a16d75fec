// Cells that no spreadsheet takes for a formula, and back: a name may begin with =, and a list goes from hand to hand.

/** What makes a cell a formula in one spreadsheet or another. An apostrophe before it makes it text, and is taken away again. */
const risky = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guarded = /^''*[=+\-@\t\r\n＝＋－＠]/;

export function toFormulaSafe(text: string): string {
  return risky.test(text) ? `'${text}` : text;
}

/** The inverse: `fromFormulaSafe(toFormulaSafe(text))` is `text`, and names like `'t Hof` are untouched by both. */
export function fromFormulaSafe(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
