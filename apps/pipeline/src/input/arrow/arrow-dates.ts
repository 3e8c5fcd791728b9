import { type Column, TimeUnit, type TimestampType } from '@uwdata/flechette';

import { writtenCell } from '../../block/cells/written-cell.js';

/** The days of a column of dates as SQL writes them: `2025-01-31`. */
export const dayTexts = (column: Column<unknown>): (string | null)[] =>
  Array.from(column, (day) => (day === null ? null : writtenCell(day).replace(/T.*/, '')));

/** The moments of a column of timestamps as SQL writes them, with every digit of their fractions: `2025-01-31 10:11:12.5`. */
export function momentTexts({ type, data }: Column<unknown>): (string | null)[] {
  const { unit, timezone } = type as TimestampType;
  const digits = {
    [TimeUnit.SECOND]: 0,
    [TimeUnit.MILLISECOND]: 3,
    [TimeUnit.MICROSECOND]: 6,
    [TimeUnit.NANOSECOND]: 9,
  }[unit];
  const perSecond = 10n ** BigInt(digits);
  const zone = timezone === null ? '' : '+00';
  const text = (parts: bigint) => {
    const rest = ((parts % perSecond) + perSecond) % perSecond;
    const second = new Date(1000 * Number((parts - rest) / perSecond));
    const fraction = rest === 0n ? '' : `.${String(rest).padStart(digits, '0').replace(/0+$/, '')}`;
    return writtenCell(second).replace('T', ' ').replace('.000Z', `${fraction}${zone}`);
  };
  return data.flatMap((batch) => {
    const parts = batch.values as BigInt64Array;
    return Array.from({ length: batch.length }, (_, i) => (batch.at(i) === null ? null : text(parts[i])));
  });
}
