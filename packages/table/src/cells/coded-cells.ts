import { InvalidInputError } from '@clv/contracts';

/** Of each cell of a column the place of its value among a few, at most 256. */
export interface CodedCells {
  codes: Uint8Array;
  levels: readonly unknown[];
}

const told = new WeakMap<object, CodedCells>();

/**
 * Tells which of a few values each cell of a column holds, where that is known: who goes through the column then looks at
 * each value once, in place of each cell. Neither the column nor its codes may change from then on.
 *
 * @throws InvalidInputError where there is not a code for each cell.
 */
export function tellCodes(cells: ArrayLike<unknown>, coded: CodedCells): void {
  if (coded.codes.length !== cells.length) {
    const message = `codes must have a number for each of the ${cells.length} cells: ${coded.codes.length}`;
    throw new InvalidInputError([{ rule: 'lengths-disagree', message }]);
  }
  told.set(cells, coded);
}

/** The codes of a column, where somebody has told them. */
export const codesOf = (cells: ArrayLike<unknown>): CodedCells | undefined => told.get(cells);

/** What is true of each cell by its row; of cells whose codes are known it is found out once a value. */
export function ofEachCell<T>(cells: ArrayLike<unknown>, find: (cell: unknown) => T): (row: number) => T {
  const coded = codesOf(cells) ?? bytesAsCodes(cells);
  if (coded === undefined) return (row) => find(cells[row]);
  const { codes, levels } = coded;
  const found = levels.map((level) => find(level));
  return (row) => found[codes[row]];
}

/** Whether something is true of a cell of a column. */
export function isTrueOfSome(cells: ArrayLike<unknown>, find: (cell: unknown) => boolean): boolean {
  const coded = codesOf(cells) ?? bytesAsCodes(cells);
  if (coded === undefined) {
    for (let row = 0; row < cells.length; row++) if (find(cells[row])) return true;
    return false;
  }
  const { codes, levels } = coded;
  const found = levels.map((level) => find(level));
  if (!found.includes(true)) return false;
  for (let row = 0; row < codes.length; row++) if (found[codes[row]]) return true;
  return false;
}

const bytes = Array.from({ length: 256 }, (_, byte) => byte);

const bytesAsCodes = (cells: ArrayLike<unknown>): CodedCells | undefined =>
  cells instanceof Uint8Array ? { codes: cells, levels: bytes } : undefined;
