import fc from 'fast-check';
import { encodeFeatures } from '../encode/encode-features.js';
import { inferSchema } from '../infer/infer-schema.js';
import { readLabels } from '../read/read-labels.js';
import { defineSchema } from '../schema/define-schema.js';
import { columnNotices } from '../validate/column-notices.js';
import { validateTable } from '../validate/validate.js';
import { codesOf, tellCodes } from './coded-cells.js';

const levels = [
  'Yes',
  'No',
  ' yes',
  'NA',
  '',
  '1',
  '0',
  '2',
  '06834',
  '2024-01-31',
  '31.1.2024',
  'kept',
  '$5',
];
const cells = fc.array(fc.constantFrom(...levels), { minLength: 1, maxLength: 60 });

/** The same columns, their codes told by levels of which some may be held by no cell. */
function told(columns: Record<string, readonly string[]>): Record<string, readonly string[]> {
  const copies = Object.entries(columns).map(([name, texts]) => [name, [...texts]] as const);
  for (const [, texts] of copies)
    tellCodes(texts, { codes: Uint8Array.from(texts, (text) => levels.indexOf(text)), levels });
  return Object.fromEntries(copies);
}

/** What comes of a call, be it an error. */
function outcomeOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return String(error);
  }
}

describe('tellCodes', () => {
  it('changes nothing of what is found in a table', () => {
    const schema = defineSchema({ label: 'churned' });
    fc.assert(
      fc.property(cells, cells, (churned, plan) => {
        const rows = Math.min(churned.length, plan.length);
        const plain = { churned: churned.slice(0, rows), plan: plan.slice(0, rows) };
        for (const find of [
          (table: typeof plain) => validateTable(table, schema),
          (table: typeof plain) => columnNotices(table, schema),
          (table: typeof plain) => readLabels(table, schema),
          (table: typeof plain) => encodeFeatures(table, schema),
          inferSchema,
        ])
          expect(outcomeOf(() => find(told(plain) as typeof plain))).toEqual(outcomeOf(() => find(plain)));
      }),
    );
  });

  it('is remembered of the column itself, and of no copy of it', () => {
    const plan = ['a', 'b', 'a'];
    const coded = { codes: Uint8Array.of(0, 1, 0), levels: ['a', 'b'] };
    tellCodes(plan, coded);
    expect(codesOf(plan)).toBe(coded);
    expect(codesOf([...plan])).toBeUndefined();
  });

  it('refuses codes of another column', () => {
    expect(() => tellCodes(['a'], { codes: Uint8Array.of(0, 0), levels: ['a'] })).toThrow(
      'codes must have a number for each of the 1 cells: 2',
    );
  });
});
