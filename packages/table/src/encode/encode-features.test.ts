import { fromArrow, fromCSV, table } from 'arquero';
import fc from 'fast-check';
import { defineSchema } from '../schema/define-schema.js';
import type { PlainColumns } from '../table-like.js';
import { applyEncoding } from './apply-encoding.js';
import { encodeFeatures } from './encode-features.js';

const any = defineSchema({});

/** The features of a table as rows of numbers by name. */
function featuresOf(columns: PlainColumns, schema = any) {
  const { matrix } = encodeFeatures(columns, schema);
  const names = matrix.featureNames!;
  return Object.fromEntries(
    names.map((name, at) => [
      name,
      Array.from({ length: matrix.rows }, (_, row) => matrix.data[row * matrix.columns + at]),
    ]),
  );
}

describe('encodeFeatures', () => {
  it('refuses columns of unequal length, whose missing cells are no blanks', () => {
    const uneven = { a: [1, 2, 3], b: [1], c: 'abc' as unknown as string[] };
    expect(() => encodeFeatures(uneven, defineSchema({ features: ['a', 'b', 'c'] }))).toThrow(
      'b has 1 rows where the longest column has 3\nc is not an array',
    );
  });

  it('refuses objects among levels, which would all be the same one', () => {
    const nested = { plan: ['basic', { name: 'gold' }, ['a', 'b'], { name: 'basic' }] };
    expect(() => encodeFeatures(nested, any)).toThrow(
      /^row 2, plan: an object is neither text.*\nrow 4, plan: an object is neither text/,
    );
    expect(Object.keys(featuresOf({ plan: ['basic', new Date(0), ['a', 'b'], null] }))).toContain('plan=a,b');
  });

  it('keeps numbers, typed or written, and blanks as NaN', () => {
    expect(featuresOf({ typed: [1, 2.5, NaN, null], written: ['1', ' 2.5 ', '', 'NA'] })).toEqual({
      typed: [1, 2.5, NaN, NaN],
      written: [1, 2.5, NaN, NaN],
    });
  });

  it('takes a price for a number however many of its cells are none', () => {
    const columns = { price: ['1', 'free', 'abc'], plan: ['1', 'free', 'abc'] };
    const { matrix } = encodeFeatures(columns, defineSchema({ price: 'price' }));
    expect(matrix.featureNames).toEqual(['price', 'plan=1', 'plan=abc', 'plan=free']);
    expect(matrix.data[matrix.columns]).toBeNaN();
  });

  it('makes booleans and yes/no one feature of 1 and 0', () => {
    expect(featuresOf({ a: [true, false, null], b: ['Yes', 'no', ''], c: ['t', 'f', 'T'] })).toEqual({
      a: [1, 0, NaN],
      b: [1, 0, NaN],
      c: [1, 0, 1],
    });
  });

  it('makes text of few levels a feature a level, NaN in all of them where blank', () => {
    expect(featuresOf({ contract: ['Two year', ' One year', '', 'Two year'] })).toEqual({
      'contract=One year': [0, 1, NaN, 0],
      'contract=Two year': [1, 0, NaN, 1],
    });
  });

  it('makes codes with leading zeros levels, typed or written, as the same code is met again', () => {
    const zip = [10001, '06834', '10001 ', '', 60601];
    const { encoding, matrix } = encodeFeatures({ zip }, any);
    expect(matrix.featureNames).toEqual(['zip=06834', 'zip=10001', 'zip=60601']);
    expect(Array.from(matrix.data)).toEqual([0, 1, 0, 1, 0, 0, 0, 1, 0, NaN, NaN, NaN, 0, 0, 1]);
    const { unseen } = applyEncoding(encoding, { zip: ['06834', 6834, '60601'] });
    expect(unseen).toEqual({ zip: 1 });
  });

  it('takes a price for a number though it has leading zeros', () => {
    expect(featuresOf({ price: ['010', '200'] }, defineSchema({ price: 'price' }))).toEqual({
      price: [10, 200],
    });
  });

  it('turns to ranks by frequency at 16 levels, not at 15', () => {
    const cities = (levels: number) => Array.from({ length: levels * 4 }, (_, i) => `city ${i % levels}`);
    expect(Object.keys(featuresOf({ city: cities(15) }))).toHaveLength(15);
    const { city } = featuresOf({ city: [...cities(16), 'city 9', 'city 9', 'city 3', ''] });
    expect([9, 3, 0, 1].map((index) => city[index])).toEqual([0, 1, 2, 3]);
    expect(city.at(-1)).toBeNaN();
  });

  it('counts dates in months of a 365.25-day year before the snapshot', () => {
    const since = ['2023-03-01', '2024-02-01', new Date(Date.UTC(2024, 2, 1)), ''];
    const [year, february, today, blank] = featuresOf(
      { since },
      defineSchema({ snapshot: '2024-03-01' }),
    ).since;
    expect(year).toBeCloseTo((366 / 365.25) * 12, 5);
    expect(february).toBeCloseTo((29 / 365.25) * 12, 5);
    expect(today).toBe(0);
    expect(blank).toBeNaN();
  });

  it('takes the latest date of a column where no snapshot is given, and replays it on later dates', () => {
    const { encoding } = encodeFeatures({ since: ['2024-01-01', '2024-02-01'] }, any);
    const { matrix } = applyEncoding(encoding, { since: ['2024-02-01', '2024-03-02'] });
    expect([...matrix.data]).toEqual([0, Math.fround((-30 / 365.25) * 12)]);
  });

  it.each(['a=b', 'a'])('refuses two columns that would give features of one name, such as %s', (first) => {
    const columns: Record<string, unknown[]> = { 'a=b': [1, 2, 3, 4], a: ['b', 'c', 'b', 'c'] };
    const second = first === 'a' ? 'a=b' : 'a';
    const table = { [first]: columns[first], [second]: columns[second], c: [1, 2, 1, 2] };
    expect(() => encodeFeatures(table, any)).toThrow(
      `the columns ${first} and ${second} would both give a feature called a=b: rename one of them`,
    );
    expect(encodeFeatures(table, defineSchema({ exclude: ['a=b'] })).encoding.featureNames).toContain('a=b');
  });

  it('takes a Date of no moment for missing, never for a level, and counts it', () => {
    const lost = new Date(NaN);
    const since = [...Array.from({ length: 6 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i))), lost, lost];
    const plan = ['a', 'b', 'a', 'b', 'a', 'b', 'a', lost];
    const { matrix, encoding, unseen } = encodeFeatures({ since, plan, never: since.map(() => lost) }, any);
    expect(encoding.featureNames).toEqual(['since', 'plan=a', 'plan=b']);
    expect(encoding.columns[0]).toMatchObject({ kind: 'date', snapshot: '2024-01-06' });
    expect(Array.from(matrix.data.slice(-3))).toEqual([NaN, NaN, NaN]);
    expect(unseen).toEqual({ since: 2, plan: 1 });
  });

  it('leaves out a day that is the same for all, and text that is but for white space', () => {
    const rows = Array.from({ length: 60 }, (_, i) => i);
    const columns = {
      spend: rows,
      taken: rows.map(() => new Date(Date.UTC(2024, 5, 30))),
      plan: rows.map((i) => (i % 2 ? 'basic' : 'basic ')),
    };
    const { encoding } = encodeFeatures(columns, any);
    expect(encoding.featureNames).toEqual(['spend']);
    expect(encoding.leftOut.map(({ why }) => why)).toEqual([
      'every cell is the same',
      'every cell is the same',
    ]);
    const other = { ...columns, taken: columns.taken.with(7, new Date(Date.UTC(2024, 5, 29))) };
    expect(encodeFeatures(other, any).encoding.featureNames).toEqual(['spend', 'taken']);
  });

  it('leaves out what can teach nothing, and says why', () => {
    const rows = Array.from({ length: 60 }, (_, i) => i);
    const columns = {
      spend: rows,
      phone: rows.map((i) => `+49 ${i}x`),
      note: rows.map((i) => `note ${i % 45}`),
      country: rows.map(() => 'DE'),
      fax: rows.map(() => ''),
    };
    const { encoding } = encodeFeatures(columns, any);
    expect(encoding.featureNames).toEqual(['spend']);
    expect(encoding.leftOut).toEqual([
      { column: 'phone', why: 'an identifier: no two rows have the same text' },
      { column: 'note', why: 'free text: most rows have a text of their own' },
      { column: 'country', why: 'every cell is the same' },
      { column: 'fax', why: 'every cell is blank' },
    ]);
    const features = ['phone', 'note', 'country', 'fax'];
    expect(encodeFeatures(columns, defineSchema({ features })).encoding.featureNames).toEqual([
      'phone',
      'note',
      'country=DE',
      'fax',
    ]);
  });

  it('keeps a column that is filled or blank, for that tells something', () => {
    expect(featuresOf({ voucher: ['used', '', 'used'] })).toEqual({ 'voucher=used': [1, NaN, 1] });
  });

  it('never makes features of id, label, exclude, offer, propensity and outcome', () => {
    const roles = { id: 'a', label: 'b', exclude: ['c'], offer: 'd', propensity: 'e', outcome: 'f' };
    const columns = Object.fromEntries([...'abcdefg'].map((name) => [name, [1, 0]]));
    expect(encodeFeatures(columns, defineSchema(roles)).encoding.featureNames).toEqual(['g']);
  });

  it('is the same for Arquero, Arrow and plain columns, for typed cells and for text', () => {
    const csv = 'n,flag,plan,since\n1.5,true,pro,2024-01-01\n,false,basic,2024-02-01\n-2,,pro,\n';
    const typed = fromCSV(csv);
    const text = fromCSV(csv, { autoType: false });
    const plain = Object.fromEntries(
      typed.columnNames().map((name) => [name, typed.array(name) as unknown[]]),
    );
    const arrow = fromArrow(typed.toArrowIPC() as Uint8Array);
    const [expected, ...others] = [plain, typed, text, table(plain), arrow].map((columns) =>
      encodeFeatures(columns, any),
    );
    for (const encoded of others) expect(encoded).toEqual(expected);
  });

  it('survives columns and levels with the names of an object’s own parts', () => {
    const levels = ['__proto__', 'constructor', 'toString', '__proto__'];
    const { matrix, encoding } = encodeFeatures(
      { constructor: levels, hasOwnProperty: [1, 2, 3, 4] } as never,
      any,
    );
    expect(matrix.featureNames).toEqual([
      'constructor=__proto__',
      'constructor=constructor',
      'constructor=toString',
      'hasOwnProperty',
    ]);
    expect([...matrix.data]).toEqual([1, 0, 0, 1, 0, 1, 0, 2, 0, 0, 1, 3, 1, 0, 0, 4]);
    const { unseen } = applyEncoding(encoding, { constructor: ['valueOf'], hasOwnProperty: ['x'] } as never);
    expect(unseen).toEqual({ constructor: 1, hasOwnProperty: 1 });
  });

  it('leaves the table as it was', () => {
    const columns = { a: ['x', ' y '], b: [1, null] };
    const before = structuredClone(columns);
    encodeFeatures(columns, any);
    expect(columns).toEqual(before);
  });

  it('takes an empty table and a single row', () => {
    expect(encodeFeatures({}, any).matrix).toMatchObject({ rows: 0, columns: 0 });
    expect(encodeFeatures({ a: [] }, any).matrix.rows).toBe(0);
    expect(encodeFeatures({ a: [5] }, defineSchema({ features: ['a'] })).matrix.data).toEqual(
      Float32Array.of(5),
    );
  });
});

describe('applyEncoding', () => {
  const cell = fc.oneof(
    fc.constantFrom('red', 'green', 'blue', '', 'NA', 'yes', 'no', '2024-01-31', '17', '-2.5'),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
  );
  const columns = fc
    .integer({ min: 1, max: 40 })
    .chain((rows) =>
      fc.dictionary(
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.array(cell, { minLength: rows, maxLength: rows }),
      ),
    );

  it('replays an encoding exactly, after a trip through JSON', () => {
    fc.assert(
      fc.property(columns, (table) => {
        const { matrix, encoding } = encodeFeatures(table, any);
        const replayed = applyEncoding(JSON.parse(JSON.stringify(encoding)), table);
        expect(replayed.matrix).toEqual(matrix);
      }),
    );
  });

  it('writes the same features where those of another table lay, and nowhere else', () => {
    fc.assert(
      fc.property(columns, fc.integer({ min: -3, max: 200 }), (table, more) => {
        const { matrix, encoding } = encodeFeatures(table, any);
        const around = new Float32Array(Math.max(0, matrix.data.length + more) + 2).fill(7);
        const spent = around.subarray(1, around.length - 1);
        expect(applyEncoding(encoding, table, spent).matrix).toEqual(matrix);
        expect([around[0], around.at(-1)]).toEqual([7, 7]);
      }),
    );
  });

  it('gives a row the same features whatever rows stand beside it', () => {
    fc.assert(
      fc.property(columns, fc.nat(), (table, pick) => {
        const { matrix, encoding } = encodeFeatures(table, any);
        const row = matrix.rows === 0 ? 0 : pick % matrix.rows;
        const alone = Object.fromEntries(Object.entries(table).map(([name, cells]) => [name, [cells[row]]]));
        expect(applyEncoding(encoding, alone).matrix.data).toEqual(
          matrix.data.slice(row * matrix.columns, (row + 1) * matrix.columns),
        );
      }),
    );
  });

  it('makes what it has not seen NaN, and counts it by column', () => {
    const { encoding } = encodeFeatures({ plan: ['pro', 'basic'], spend: [1, 2], flag: ['Yes', 'No'] }, any);
    const { matrix, unseen } = applyEncoding(encoding, {
      plan: ['pro', 'gold', ''],
      spend: ['1', 'abc', ''],
      flag: ['No', 'maybe', ''],
    });
    expect(unseen).toEqual({ plan: 1, spend: 1, flag: 1 });
    expect([...matrix.data]).toEqual([0, 1, 1, 0, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN]);
  });

  it('never passes on what is not finite', () => {
    const { encoding } = encodeFeatures({ spend: [1, 2] }, any);
    const { matrix, unseen } = applyEncoding(encoding, { spend: [Infinity, '-1e999', 1e300, 3] });
    expect([...matrix.data]).toEqual([NaN, NaN, NaN, 3]);
    expect(unseen).toEqual({ spend: 3 });
  });

  it('throws where the table lacks a column', () => {
    const { encoding } = encodeFeatures({ plan: ['pro', 'basic'] }, any);
    expect(() => applyEncoding(encoding, { plans: ['pro'] })).toThrow(
      'unknown column: plan (did you mean plans?)',
    );
  });
});
