import { ofEachCell } from '../cells/coded-cells.js';
import { isBlank } from '../cells/is-blank.js';
import { parseNumber, type DecimalMark } from '../cells/parse-number.js';

/** A column is of a kind, or may play a part, though so large a share of its filled cells does not fit. */
export const odd = 0.05;

/**
 * Whether at least 95% of the filled cells of a column fit; the others are faults then. It looks no further than it must.
 *
 * @param fits whether a cell fits; a blank one never does.
 */
export function isMostly(cells: ArrayLike<unknown>, fits: (cell: unknown) => boolean): boolean {
  const doesFit = ofEachCell(cells, fits);
  const isEmpty = ofEachCell(cells, isBlank);
  let fitting = 0;
  let misfits = 0;
  // A column behind a proxy is asked for its length once.
  const { length } = cells;
  const enough = length * (1 - odd);
  const tooMany = length * odd;
  for (let i = 0; i < length && fitting < enough && misfits <= tooMany; i++) {
    if (doesFit(i)) fitting++;
    else if (!isEmpty(i)) misfits++;
  }
  return fitting > 0 && misfits <= (fitting + misfits) * odd;
}

/** Whether most filled cells of a column are numbers; `true` and `false` are none here. */
export const areMostlyNumbers = (cells: ArrayLike<unknown>, decimal: DecimalMark): boolean =>
  isMostly(cells, (cell) => typeof cell !== 'boolean' && !Number.isNaN(parseNumber(cell, decimal)));
