/** The words of a column's name: `supportCalls` and `support_calls` are both `support calls`. */
export function wordsOf(column: string): string {
  return column
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[\s_.-]+/)
    .filter(Boolean)
    .map((word) => (/^[A-Z\d]+$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
}

/** The same as in a title: `Support Calls`. */
export function titleOf(column: string): string {
  return wordsOf(column).replace(/(^| )[a-z]/g, (letter) => letter.toUpperCase());
}
