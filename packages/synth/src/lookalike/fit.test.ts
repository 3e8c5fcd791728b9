import { InvalidInputError, randomSource } from '@clv/contracts';
import { trainGbdt, predictGbdt } from '@clv/gbdt';
import { applyEncoding, defineSchema, encodeFeatures, readLabels, type PlainColumns } from '@clv/table';
import { auc, correlation, kolmogorovSmirnov, totalVariation } from '../../test/compare.js';
import { readTelco, telcoSchema } from '../../test/telco.js';
import { synthesizeColumns } from '../synthesize.js';
import { fitSynthesizer } from './fit.js';

const telco = readTelco();

(telco ? describe : describe.skip)('a lookalike of the Telco table', () => {
  const real = telco!;
  const model = telco && fitSynthesizer(real, telcoSchema);
  const fake = (model ? synthesizeColumns({ like: model, customers: 50_000, seed: 1 }) : {}) as PlainColumns;
  const features = telco ? Object.keys(real).filter((name) => name !== 'customerID') : [];

  it('has the columns of the original in their order, and ids of its own', () => {
    expect(Object.keys(fake)).toEqual(Object.keys(real));
    const ids = new Set(real.customerID);
    expect(Array.from(fake.customerID).filter((id) => ids.has(id as string))).toEqual([]);
  });

  it('has marginals within 0.02', () => {
    const distance = (name: string) =>
      typeof real[name][0] === 'number'
        ? kolmogorovSmirnov(real[name] as number[], fake[name] as ArrayLike<number>)
        : totalVariation(real[name], fake[name]);
    expect(features.filter((name) => distance(name) > 0.02)).toEqual([]);
    const blanks = (cells: ArrayLike<unknown>) =>
      Array.from(cells).filter(Number.isNaN).length / cells.length;
    expect(Math.abs(blanks(real.TotalCharges) - blanks(fake.TotalCharges))).toBeLessThan(0.002);
  });

  it('has correlations within 0.05 between any two features, each level of a name one of them', () => {
    const everything = defineSchema({ features });
    const { matrix: a, encoding } = encodeFeatures(real, everything);
    const { matrix: b } = applyEncoding(encoding, fake);
    const column = ({ data, rows, columns }: typeof a, c: number) =>
      Float64Array.from({ length: rows }, (_, i) => data[i * columns + c]);
    const astray: string[] = [];
    const [columnsA, columnsB] = [a, b].map((m) => encoding.featureNames.map((_, c) => column(m, c)));
    for (let i = 0; i < columnsA.length; i++)
      for (let j = 0; j < i; j++) {
        const gap = correlation(columnsA[i], columnsA[j]) - correlation(columnsB[i], columnsB[j]);
        if (Math.abs(gap) > 0.05) astray.push(`${encoding.featureNames[i]} ~ ${encoding.featureNames[j]}`);
      }
    expect(astray).toEqual([]);
    expect(columnsA.length).toBeGreaterThan(40);
  });

  it('teaches a model that scores at least 0.82 AUC on the real table', async () => {
    const { matrix, encoding } = encodeFeatures(fake, telcoSchema);
    const trees = await trainGbdt(matrix, readLabels(fake, telcoSchema), {
      rounds: 150,
      maxDepth: 3,
      eta: 0.05,
    });
    const scores = await predictGbdt(trees, applyEncoding(encoding, real).matrix);
    expect(auc(readLabels(real, telcoSchema), scores)).toBeGreaterThan(0.82);
  });

  it('reproduces no row of the original', () => {
    const rowsOf = (table: PlainColumns) =>
      Array.from(table.Churn, (_, i) => features.map((name) => String(table[name][i])).join('|'));
    const originals = new Set(rowsOf(real));
    expect(rowsOf(fake).filter((row) => originals.has(row))).toEqual([]);
  });
});

/** A small table whose columns are of every kind. */
function smallTable(rows: number) {
  const random = randomSource(5);
  const draws = Array.from({ length: rows }, () => [random(), random(), random()]);
  return {
    key: draws.map((_, i) => `k${i}`),
    joined: draws.map(([a]) =>
      new Date(Date.UTC(2023, 0, 1 + Math.floor(a * 500))).toISOString().slice(0, 10),
    ),
    spend: draws.map(([a, b]) => (b < 0.1 ? NaN : Math.round(1000 * a * b) / 10)),
    visits: draws.map(([a, , c]) => (c < 0.1 ? NaN : Math.floor(10 * a * a))),
    city: draws.map(([, , c]) => ['Rome', 'Oslo', 'Lima'][Math.floor(c * 2.99)]),
    email: draws.map((_, i) => (i % 2 ? `someone${i}@example.org` : `other${i}@example.org`)),
    owner: draws.map((_, i) => (i < 3 ? 'Jane Rare' : 'many')),
    constant: draws.map(() => 'same'),
    gone: draws.map(([a, b]) => a + b > 1.2),
  };
}

describe('fitSynthesizer', () => {
  const original = smallTable(2000);
  const schema = defineSchema({ id: 'key', label: 'gone' });
  const model = fitSynthesizer(original, schema);

  it('is plain data that draws the same customers after a journey through JSON', () => {
    const copy = JSON.parse(JSON.stringify(model));
    expect(copy).toEqual(model);
    expect(synthesizeColumns({ like: copy, customers: 500 })).toEqual(
      synthesizeColumns({ like: model, customers: 500 }),
    );
  });

  it('gives the same first customers however many are asked for, and others for another seed', () => {
    const [small, large, other] = [
      synthesizeColumns({ like: model, customers: 100 }),
      synthesizeColumns({ like: model, customers: 300 }),
      synthesizeColumns({ like: model, customers: 100, seed: 1 }),
    ];
    for (const name in small) expect(large[name].slice(0, 100)).toEqual(small[name]);
    expect(other.spend).not.toEqual(small.spend);
  });

  it('leaves out what names customers or says nothing, and rare names', () => {
    const text = JSON.stringify([model, synthesizeColumns({ like: model, customers: 2000 })]);
    expect(text).not.toMatch(/example\.org|Jane Rare|"k\d+"/);
    expect(model.leftOut.map(({ column }) => column)).toEqual(expect.arrayContaining(['email', 'constant']));
  });

  it('keeps dates, decimals, blanks and the spelling of the label', () => {
    const drawn = synthesizeColumns({ like: model, customers: 4000 });
    const spend = drawn.spend as Float64Array;
    expect((drawn.joined as string[]).filter((day) => !/^202[34]-\d\d-\d\d$/.test(day))).toEqual([]);
    expect(spend.filter((value) => Math.abs(value * 10 - Math.round(value * 10)) > 1e-6)).toHaveLength(0);
    expect(spend.filter(Number.isNaN).length / 4000).toBeCloseTo(0.1, 1);
    expect(new Set(drawn.gone as string[])).toEqual(new Set(['true', 'false']));
    expect(kolmogorovSmirnov(spend, original.spend)).toBeLessThan(0.05);
    expect(kolmogorovSmirnov(drawn.visits as Float64Array, original.visits)).toBeLessThan(0.05);
    const together = (table: PlainColumns) => correlation(table.visits as number[], table.spend as number[]);
    expect(Math.abs(together(drawn) - together(original))).toBeLessThan(0.07);
    expect(totalVariation(drawn.city, original.city)).toBeLessThan(0.05);
  });

  it('keeps numbers that are all tiny, to as many digits as others', () => {
    for (const size of [1e-4, 1e-8, 1e-20]) {
      const rate = original.visits.map((value) => value * size);
      const like = fitSynthesizer({ rate, gone: original.gone }, defineSchema({ label: 'gone' }));
      const drawn = synthesizeColumns({ like, customers: 4000 });
      const visits = (drawn.rate as Float64Array).map((value) => Math.round(value / size));
      expect(kolmogorovSmirnov(visits, original.visits)).toBeLessThan(0.05);
    }
  });

  it.each([0, 1e6, 1e9, 1e12])(
    'relates numbers as far from 0 as moments and serial numbers are: %d',
    (far) => {
      const next = randomSource(8);
      const steps = Array.from({ length: 2000 }, () => Math.floor(10 * next()));
      const curve = steps.map((step) => (next() < 0.1 ? NaN : step + Math.round(8000 * next()) / 1000));
      const wave = steps.map((step) =>
        next() < 0.1 ? NaN : Math.round(-1000 * step - 9000 * next()) / 1000,
      );
      const away = (numbers: readonly number[]) => numbers.map((value) => value + far);
      const table = {
        steps: away(steps),
        curve: away(curve),
        wave: away(wave),
        gone: steps.map((_, i) => i % 2),
      };
      const like = fitSynthesizer(table, defineSchema({ label: 'gone' }));
      const drawn = synthesizeColumns({ like, customers: 4000 });
      const near = (name: string) => Array.from(drawn[name] as Float64Array, (value) => value - far);
      const pairs = [
        ['steps', 'curve', steps, curve],
        ['steps', 'wave', steps, wave],
        ['curve', 'wave', curve, wave],
      ] as const;
      for (const [one, other, x, y] of pairs) {
        expect(Math.abs(correlation(x, y))).toBeGreaterThan(0.5);
        expect(Math.abs(correlation(near(one), near(other)) - correlation(x, y))).toBeLessThan(0.05);
      }
    },
  );

  it('draws columns of any name, none lost', () => {
    const names = ['__proto__', 'constructor', '', 'toString'];
    const hostile = Object.fromEntries([
      ...names.map((name, i) => [
        name,
        original.spend.map((value, row) => (value ?? 0) * (i + 1) + (row % 7)),
      ]),
      ['gone', original.gone],
    ]) as PlainColumns;
    const drawn = synthesizeColumns({
      like: fitSynthesizer(hostile, defineSchema({ label: 'gone' })),
      customers: 50,
      truth: true,
    });
    expect(Object.keys(drawn)).toEqual(expect.arrayContaining([...names, 'gone', 'true_p_churn']));
    for (const name of names) expect(Object.getOwnPropertyDescriptor(drawn, name)?.value).toHaveLength(50);
  });

  it('composes with offers, truth and campaigns', () => {
    const drawn = synthesizeColumns({
      ...{ like: model, customers: 200, truth: true },
      experiment: { assignment: 'confounded' },
    });
    expect(Object.keys(drawn)).toEqual(
      expect.arrayContaining(['offer', 'outcome', 'true_p_stay_discount_5']),
    );
    expect((drawn.true_p_churn as Float64Array).every((p) => p >= 0 && p <= 1)).toBe(true);
  });

  it('refuses what is infinite, as a number or as text, by the row', () => {
    const fitOn = (spend: (value: unknown, row: number) => unknown) =>
      fitSynthesizer({ ...original, spend: Array.from<unknown>(original.spend).map(spend) }, schema);
    expect(() => fitOn((value, row) => (row % 900 ? value : Infinity))).toThrow(
      /^row 1, spend: must be finite or blank: Infinity\nrow 901, .*\nrow 1801, .*$/,
    );
    expect(() => fitOn((value, row) => (row === 4 ? '-Infinity' : value))).toThrow(InvalidInputError);
  });

  it.each([
    ['experiment', { experiment: {} }, 'outcome'],
    ['truth', { truth: true }, 'true_p_stay_none'],
  ])('draws no %s beside a column of its name, which it would write over', (option, added, column) => {
    const table = { ...original, [column]: original.gone.map((_, row) => row % 4) };
    const like = fitSynthesizer(table, defineSchema({ label: 'gone' }));
    expect(() => synthesizeColumns({ like, customers: 5, ...added })).toThrow(
      `${option} adds a column ${column}, and the table that is imitated has one already`,
    );
    expect(Object.keys(synthesizeColumns({ like, customers: 5 }))).toContain(column);
  });

  it.each([
    ['3 rows', () => fitSynthesizer(smallTable(3), schema), 'table', /at least 100 rows: 3/],
    [
      'a label with one value',
      () => fitSynthesizer({ ...original, gone: original.gone.map(() => false) }, schema),
      'roles.label',
      /must hold both customers who left and customers who stayed: gone/,
    ],
    [
      'another kind of model',
      () => synthesizeColumns({ like: { format: 'clv-gbdt', version: 1 } as never }),
      'like',
      /like must be a model of fitSynthesizer, version 1: clv-gbdt 1/,
    ],
  ])('refuses %s', (_, make, path, message) => {
    expect(make).toThrow(InvalidInputError);
    expect(make).toThrow(expect.objectContaining({ path, message: expect.stringMatching(message) }));
  });
});
