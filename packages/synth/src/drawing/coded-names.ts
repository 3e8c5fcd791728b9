/** A column of few names: the place of each cell's name among them. */
export interface CodedNames {
  codes: Uint8Array;
  /** At most 256. */
  levels: readonly string[];
}

export const codedNames = (levels: readonly string[], rows: number): CodedNames => ({
  codes: new Uint8Array(rows),
  levels,
});

/** For a column of what is so or not: `Yes` where it is. */
export const noOrYes = ['No', 'Yes'];

/** The names themselves. */
export function namesOf({ codes, levels }: CodedNames): string[] {
  const names = new Array<string>(codes.length);
  for (let row = 0; row < names.length; row++) names[row] = levels[codes[row]];
  return names;
}
