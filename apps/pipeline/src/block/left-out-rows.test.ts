import fc from 'fast-check';

import { CodedText, cellReader } from './block.js';
import { amongAll, runsWithout, withLeftOut } from './left-out-rows.js';

/** A table of so many rows, cut into blocks of so many, and the rows that are left out. */
const cases = fc
  .record({ rows: fc.integer({ min: 1, max: 60 }), blockRows: fc.integer({ min: 1, max: 20 }) })
  .chain(({ rows, blockRows }) =>
    fc.record({
      rows: fc.constant(rows),
      blockRows: fc.constant(blockRows),
      out: fc.uniqueArray(fc.nat(rows - 1)).map((some) => Int32Array.from(some).sort()),
    }),
  );

const keptOf = (rows: number, out: Int32Array) =>
  Array.from({ length: rows }, (_, row) => row).filter((row) => !out.includes(row));

describe('rows that are left out', () => {
  it('are passed over in spans of any length', () => {
    fc.assert(
      fc.property(cases, ({ rows, blockRows, out }) => {
        const runs = runsWithout(out);
        const seen: number[] = [];
        for (let first = 0; first < rows; first += blockRows)
          for (const [from, to] of runs(first, Math.min(blockRows, rows - first)))
            for (let row = from; row < to; row++) seen.push(first + row);
        expect(seen).toEqual(keptOf(rows, out));
      }),
    );
  });

  it('count where the others are numbered among all', () => {
    fc.assert(
      fc.property(cases, ({ rows, out }) => {
        const kept = keptOf(rows, out);
        expect([...amongAll([...kept.keys()], out)]).toEqual(kept);
      }),
    );
  });

  it('have a place in blocks beside the table, and the mark that nobody keeps them', () => {
    fc.assert(
      fc.property(cases, ({ rows, blockRows, out }) => {
        const kept = keptOf(rows, out);
        const blocks = Array.from({ length: Math.ceil(kept.length / blockRows) }, (_, i) => {
          const some = kept.slice(i * blockRows, (i + 1) * blockRows);
          const columns = {
            row: Int32Array.from(some),
            text: some.map(String),
            parity: new CodedText(
              Uint8Array.from(some, (row) => row % 2),
              ['even', 'odd'],
            ),
            kept: some.map((row) => Number(row % 3 > 0)),
          };
          return { rows: some.length, columns };
        });
        const wide = [...withLeftOut(blocks, out, 'kept')].flatMap(({ rows: length, columns }) => {
          const [row, text, parity, mark] = ['row', 'text', 'parity', 'kept'].map((name) =>
            cellReader(columns[name]),
          );
          return Array.from({ length }, (_, i) => (mark(i) ? [row(i), text(i), parity(i)] : undefined));
        });
        const last = kept.at(-1) ?? -1;
        expect(wide).toEqual(
          Array.from({ length: last + 1 }, (_, row) =>
            out.includes(row) || row % 3 === 0 ? undefined : [row, String(row), row % 2 ? 'odd' : 'even'],
          ),
        );
      }),
    );
  });
});
