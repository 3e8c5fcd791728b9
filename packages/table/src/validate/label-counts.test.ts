import fc from 'fast-check';
import { defineSchema } from '../schema/define-schema.js';
import { LabelCounts } from './label-counts.js';
import { validateTable } from './validate.js';

const schema = defineSchema({ label: 'left' });

describe('LabelCounts', () => {
  it('tells of parts of any size what is told of the whole, whether sound parts are added or counted alone', () => {
    const cell = fc.constantFrom('yes', 'no', '', 'monthly', 'yearly');
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (left, rows) => {
          const told = validateTable({ left }, schema).faults.filter(({ rule }) => rule === 'no-labels');
          const all = new LabelCounts(schema);
          const unsound = new LabelCounts(schema);
          let known = 0;
          for (let from = 0; from < left.length; from += rows) {
            const part = { left: left.slice(from, from + rows) };
            all.add(part);
            if (part.left.some((text) => text.endsWith('ly'))) unsound.add(part);
            else known += part.left.filter((text) => text !== '').length;
          }
          expect([all.fault() ?? []].flat()).toEqual(told);
          expect(unsound.fault(known) === undefined).toBe(told.length === 0);
        },
      ),
    );
  });
});
