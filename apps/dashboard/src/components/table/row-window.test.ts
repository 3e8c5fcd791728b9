import fc from 'fast-check';
import { rowHeight, rowWindow, scrollToRow } from './row-window.js';

const view = 420;

describe('rowWindow', () => {
  it('starts with the first row and ends with the last, for ten rows and for a million', () => {
    for (const rows of [1, 10, 11, 13, 1000, 1_000_000]) {
      const start = rowWindow(rows, view, 0);
      expect(start).toMatchObject({ first: 0, offset: 0 });
      const end = rowWindow(rows, view, start.height - view);
      expect(end.first + end.count).toBe(rows);
      const bottom = rowHeight + end.count * rowHeight - end.offset;
      expect(bottom).toBeCloseTo(Math.min(view, rowHeight + rows * rowHeight), 3);
    }
  });

  it('draws nothing where there is nothing', () => {
    expect(rowWindow(0, view, 0).count).toBe(0);
  });

  it('never draws more than fit, and leaves no gap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rows, at) => {
          const { height } = rowWindow(rows, view, 0);
          const { first, count, offset } = rowWindow(rows, view, at * Math.max(0, height - view));
          expect(count).toBeLessThanOrEqual(Math.ceil((view - rowHeight) / rowHeight) + 1);
          expect(offset).toBeGreaterThanOrEqual(-1e-6);
          expect(count * rowHeight - offset).toBeGreaterThanOrEqual(
            Math.min(view - rowHeight, rows * rowHeight) - 1e-3,
          );
          expect(first + count).toBeLessThanOrEqual(rows);
        },
      ),
    );
  });
});

describe('scrollToRow', () => {
  it('brings any row wholly into sight, and moves nothing that is in sight already', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 100_000 }),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rows, nth, at) => {
          const row = nth % rows;
          const from = at * (rowWindow(rows, view, 0).height - view);
          const to = scrollToRow(row, rows, view, from);
          const { first, offset } = rowWindow(rows, view, to);
          const top = (row - first) * rowHeight - offset;
          expect(top).toBeGreaterThanOrEqual(-1e-3);
          expect(top + rowHeight).toBeLessThanOrEqual(view - rowHeight + 1e-3);
          expect(scrollToRow(row, rows, view, to)).toBeCloseTo(to, 3);
        },
      ),
    );
  });
});
