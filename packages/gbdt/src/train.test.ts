import fc from 'fast-check';
import { sampleTable } from '../test/table.js';
import { judgeGreedily } from '../test/greedy-tree.js';
import {
  fromXgboostJson,
  predictGbdt,
  quantileMatrix,
  toXgboostText,
  trainGbdt,
  type GbdtParams,
  type GbdtTree,
  type RoundReport,
} from './index.js';

const depthOf = (tree: GbdtTree, node = 0): number =>
  tree.left[node] === -1 ? 0 : 1 + Math.max(depthOf(tree, tree.left[node]), depthOf(tree, tree.right[node]));

const logLoss = (p: Float32Array, y: Float32Array) =>
  -p.reduce((sum, value, i) => sum + Math.log(y[i] === 1 ? value : 1 - value), 0) / p.length;

const rootMeanSquare = (p: Float32Array, y: Float32Array) =>
  Math.sqrt(p.reduce((sum, value, i) => sum + (value - y[i]) ** 2, 0) / p.length);

const paramsOf = fc.record({
  lambda: fc.constantFrom(0.1, 1, 5),
  alpha: fc.constantFrom(0, 0.7),
  gamma: fc.constantFrom(0, 0.4),
  minChildWeight: fc.constantFrom(0.5, 2, 6),
  maxDepth: fc.integer({ min: 1, max: 4 }),
  eta: fc.constantFrom(0.3, 1),
});

/** Of a table on which two cuts of a node save the same, and what comes below them does not. */
const tied = { lambda: 0.1, alpha: 0, gamma: 0, minChildWeight: 2, maxDepth: 4, eta: 0.3 };

describe('trainGbdt', () => {
  it.each(['binary:logistic', 'reg:squarederror'] as const)(
    'splits every node, for %s, as well as any cut could, and stops where none is worth it',
    async (objective) => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), paramsOf, async (seed, params) => {
          const { x, y } = sampleTable(220, 3, { seed, missing: seed % 2 ? 0.15 : 0 });
          const model = await trainGbdt(x, y, { ...params, objective, rounds: 1 });
          const { splits, leaves } = judgeGreedily(model.trees[0], x, y, { ...params, objective });
          for (const { stated, gain, best } of splits) {
            expect(stated).toBeCloseTo(gain, 2);
            expect(gain).toBeCloseTo(best, 2);
          }
          for (const { value, wanted, best } of leaves) {
            expect(value).toBeCloseTo(wanted, 3);
            expect(best).toBeLessThan(Math.max(params.gamma, 1e-6) + 0.01);
          }
        }),
        { numRuns: 40, examples: [[472_563, tied]] },
      );
    },
  );

  it('gives the same model, byte for byte, for any number of threads', async () => {
    const variants: [rows: number, columns: number, params: GbdtParams, weighted: boolean][] = [
      [40_000, 13, { rounds: 8 }, false],
      [40_000, 3, { rounds: 4, maxDepth: 11, subsample: 0.6, colsampleBytree: 0.7, seed: 5 }, true],
      [
        9_000,
        31,
        { rounds: 5, monotoneConstraints: Array.from({ length: 31 }, (_, i) => (i % 3) - 1) },
        false,
      ],
      [27_000, 6, { rounds: 16, objective: 'reg:squarederror', maxBin: 70, subsample: 0.6 }, false],
    ];
    for (const [rows, columns, params, weighted] of variants) {
      const { x, y } = sampleTable(rows, columns);
      const weights = weighted ? y.map((label, row) => 0.5 + label + (row % 3)) : undefined;
      const models = [];
      for (const threads of [1, 2, 3])
        models.push(JSON.stringify(await trainGbdt(x, y, params, { threads, weights })));
      expect(new Set(models).size).toBe(1);
    }
  });

  it('gives the same model whatever was trained and predicted before it, by as many threads or fewer', async () => {
    const small = sampleTable(1_200, 4);
    const large = sampleTable(9_000, 7, { seed: 2 });
    const fit = ({ x, y }: typeof small, threads: number) => trainGbdt(x, y, { rounds: 5 }, { threads });
    const alone = JSON.stringify(await fit(small, 1));
    for (const threads of [3, 2, 3, 1]) {
      const model = await fit(large, threads);
      await predictGbdt(model, large.x, { threads });
      expect(JSON.stringify(await fit(small, threads))).toBe(alone);
    }
  });

  it('counts a row of weight two like two rows', async () => {
    const { x, y } = sampleTable(200, 4); // so few rows that each value is a cut
    const weights = y.map((_, row) => 1 + (row % 2));
    const order = Array.from(weights).flatMap((weight, row) => Array<number>(weight).fill(row));
    const repeated = {
      data: Float32Array.from(order.flatMap((row) => [...x.data.subarray(row * 4, row * 4 + 4)])),
      rows: order.length,
      columns: 4,
    };
    const weighted = await trainGbdt(x, y, { rounds: 5 }, { weights });
    const doubled = await trainGbdt(
      repeated,
      order.map((row) => y[row]),
      { rounds: 5 },
    );
    const [a, b] = [await predictGbdt(weighted, x), await predictGbdt(doubled, x)];
    a.forEach((value, row) => expect(Math.abs(value - b[row])).toBeLessThan(1e-4));
  });

  it('takes scalePosWeight as a weight of the positive rows, once columns are cut', async () => {
    const { x, y } = sampleTable(600, 4);
    const scaled = await trainGbdt(x, y, { rounds: 4, scalePosWeight: 3 });
    const weights = y.map((label) => 1 + 2 * label);
    expect(scaled).toEqual(await trainGbdt(await quantileMatrix(x), y, { rounds: 4 }, { weights }));
  });

  it('keeps the promise of a monotone constraint wherever it is asked', async () => {
    const { x, y } = sampleTable(3_000, 4, { noise: 2 });
    const model = await trainGbdt(x, y, { rounds: 30, monotoneConstraints: [1, -1, 0, 0] });
    const steps = 60;
    for (const [column, direction] of [
      [0, 1],
      [1, -1],
    ])
      for (let row = 0; row < 50; row++) {
        const data = Float32Array.from({ length: steps * 4 }, (_, i) =>
          i % 4 === column ? Math.floor(i / 4) / 10 - 3 : x.data[row * 4 + (i % 4)],
        );
        const p = await predictGbdt(model, { data, rows: steps, columns: 4 });
        for (let i = 1; i < steps; i++) expect(direction * (p[i] - p[i - 1])).toBeGreaterThanOrEqual(0);
      }
  });

  it.each([
    [0, 0.36396500468254],
    [1, 0.63603502511978],
  ])(
    'lets missing values, all labelled %d, lie on either side of the others under a constraint, as XGBoost 3.2.0',
    async (label, apart) => {
      const data = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, NaN, NaN, NaN, NaN);
      const x = { data, rows: 12, columns: 1 };
      const y = [1, 1, 0, 1, 0, 0, 0, 0, label, label, label, label];
      const model = await trainGbdt(x, y, {
        rounds: 2,
        maxDepth: 2,
        minChildWeight: 0,
        monotoneConstraints: [1],
      });
      const found = await predictGbdt(model, x);
      found.forEach((value, row) => expect(value).toBeCloseTo(row < 8 ? 0.45508399605751 : apart, 6));
      expect(fromXgboostJson(JSON.parse(toXgboostText(model)))).toEqual(model);
    },
  );

  it('splits on no column that constants, sampling or depth forbid', async () => {
    const { x, y } = sampleTable(2_000, 6);
    const sampled = await trainGbdt(x, y, { rounds: 12, colsampleBytree: 0.34, maxDepth: 3 });
    const used = sampled.trees.map(
      (tree) => new Set(tree.feature.filter((_, node) => tree.left[node] !== -1)),
    );
    for (const columns of used) expect(columns.size).toBeLessThanOrEqual(2);
    expect(new Set(used.flatMap((columns) => [...columns])).size).toBe(6);
    for (const tree of sampled.trees) expect(depthOf(tree)).toBeLessThanOrEqual(3);
  });

  it('sees about the share of rows that subsample says, other rows each round', async () => {
    const { x, y } = sampleTable(20_000, 3);
    const { trees } = await trainGbdt(x, y, {
      objective: 'reg:squarederror',
      rounds: 5,
      subsample: 0.3,
      seed: 9,
    });
    const seen = trees.map((tree) => tree.cover[0]);
    for (const rows of seen) expect(Math.abs(rows - 6_000)).toBeLessThan(4 * Math.sqrt(20_000 * 0.21));
    expect(new Set(seen).size).toBeGreaterThan(1);
  });

  it('grows the same trees whether or not memory has room for a whole level of histograms', async () => {
    const { x, y } = sampleTable(2_500, 6);
    const columns = 2_000;
    const data = new Float32Array(x.rows * columns);
    for (let row = 0; row < x.rows; row++) data.set(x.data.subarray(row * 6, row * 6 + 6), row * columns);
    const params = { rounds: 1, maxDepth: 10, minChildWeight: 0, lambda: 0.1 };
    const narrow = await trainGbdt(x, y, params);
    const wide = await trainGbdt({ data, rows: x.rows, columns }, y, params);
    expect(wide.trees[0].left.length).toBeGreaterThan(400);
    expect(wide.trees).toEqual(narrow.trees);
  });

  it.each([
    ['one column and one level', 300, 1, { maxDepth: 1 }],
    ['sixteen levels', 4_000, 2, { maxDepth: 16, minChildWeight: 0, rounds: 3 }],
    ['4,096 columns', 60, 4_096, { rounds: 2, maxDepth: 2 }],
    ['two bins', 500, 4, { maxBin: 2 }],
  ] as [string, number, number, GbdtParams][])('learns from %s', async (_, rows, columns, params) => {
    const { x, y } = sampleTable(rows, columns);
    const model = await trainGbdt(x, y, { rounds: 10, ...params });
    for (const tree of model.trees) expect(depthOf(tree)).toBeLessThanOrEqual(params.maxDepth ?? 6);
    expect(logLoss(await predictGbdt(model, x), y)).toBeLessThan(0.69);
  });

  it('cuts at quantiles of all rows, to within a quarter of a bin', async () => {
    const rows = 50_000,
      bins = 32;
    const data = Float32Array.from({ length: rows }, (_, row) => ((row * 7919) % rows) / rows); // each rank once
    const { trees } = await trainGbdt({ data, rows, columns: 1 }, data, {
      objective: 'reg:squarederror',
      rounds: 3,
      eta: 1,
      lambda: 0,
      maxBin: bins,
    });
    const cuts = new Set(trees.flatMap((tree) => tree.threshold.filter((_, node) => tree.left[node] !== -1)));
    expect(cuts.size).toBe(bins - 1);
    for (const cut of cuts) expect(Math.abs(cut * bins - Math.round(cut * bins))).toBeLessThan(0.25);
  });

  it('grows the same trees wherever the columns that tell something stand among 10,000', async () => {
    const { x, y } = sampleTable(150, 3);
    const columns = 10_000;
    const data = new Float32Array(x.rows * columns).fill(1);
    const places = [7, 4_999, 9_999];
    for (let row = 0; row < x.rows; row++)
      places.forEach((place, i) => (data[row * columns + place] = x.data[row * 3 + i]));
    const wide = { data, rows: x.rows, columns };
    const model = await trainGbdt(x, y, { rounds: 5 });
    const same = await trainGbdt(wide, y, { rounds: 5 });
    const placed = model.trees.map((tree) => ({
      ...tree,
      feature: tree.feature.map((feature, node) => (tree.left[node] === -1 ? 0 : places[feature])),
    }));
    expect(same.trees).toEqual(placed);
    expect(await predictGbdt(same, wide)).toEqual(await predictGbdt(model, x));
  });

  it('learns where missing values go', async () => {
    const data = Float32Array.from({ length: 400 }, (_, row) => (row % 4 < 2 ? NaN : row % 7));
    const y = Float32Array.from({ length: 400 }, (_, row) => (row % 4 < 2 ? 1 : 0));
    const x = { data, rows: 400, columns: 1 };
    const model = await trainGbdt(x, y, { rounds: 1, maxDepth: 1, eta: 1 });
    const p = await predictGbdt(model, x);
    expect(Math.min(...p.filter((_, row) => y[row] === 1))).toBeGreaterThan(0.8);
    expect(Math.max(...p.filter((_, row) => y[row] === 0))).toBeLessThan(0.2);
    expect(Number.isFinite(model.trees[0].threshold[0])).toBe(true);
  });

  it.each([2, 50, 3000])('gains what a float32 holds of %d labels as large as are taken', async (rows) => {
    const table = sampleTable(rows, 2, { missing: 0 });
    const shape = Float64Array.from({ length: rows }, (_, row) => (row % 2 ? 1 : -1) + table.x.data[2 * row]);
    const squares = shape.reduce((sum, value) => sum + value ** 2, 0);
    const largest = Math.sqrt(3.4e38 / squares);
    const params = { objective: 'reg:squarederror', baseScore: 0, rounds: 10, lambda: 0, eta: 1 } as const;
    const { trees } = await trainGbdt(
      table.x,
      shape.map((value) => value * largest),
      params,
    );
    for (const { gain, value } of trees) expect([...gain, ...value].every(Number.isFinite)).toBe(true);
  });

  it('fits a regression of any size of numbers', async () => {
    for (const scale of [1e-2, 1, 1e6]) {
      const { x, y } = sampleTable(3_000, 4, { missing: 0 });
      const target = y.map((label, row) => scale * (label + 0.3 * x.data[row * 4]));
      const model = await trainGbdt(x, target, { objective: 'reg:squarederror', rounds: 60, baseScore: 0 });
      const p = await predictGbdt(model, x);
      expect(rootMeanSquare(p, target)).toBeLessThan(0.25 * scale);
    }
  });

  it('leaves its input as it was, and ends the same each time', async () => {
    const { x, y } = sampleTable(700, 5);
    const before = x.data.slice();
    const models = [await trainGbdt(x, y, { rounds: 3 }), await trainGbdt(x, y, { rounds: 3 })];
    expect(models[0]).toEqual(models[1]);
    expect(x.data).toEqual(before);
  });
});

describe('trainGbdt with validation rows', () => {
  const { x, y } = sampleTable(1_500, 5, { noise: 2 });
  const validation = sampleTable(1_500, 5, { noise: 2, seed: 2 });

  it.each([
    ['binary:logistic', logLoss],
    ['reg:squarederror', rootMeanSquare],
  ] as const)('reports the loss of the validation rows each round, for %s', async (objective, lossOf) => {
    const reports: RoundReport[] = [];
    const params = { objective, rounds: 7 };
    const model = await trainGbdt(x, y, params, { validation, onRound: (report) => reports.push(report) });
    expect(reports.map(({ round }) => round)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const loss = lossOf(await predictGbdt(model, validation.x), validation.y);
    expect(reports[6].validationLoss).toBeCloseTo(loss, 5);
  });

  it.each(['binary:logistic', 'reg:squarederror'] as const)(
    'stops early, for %s, and keeps the trees of the best round',
    async (objective) => {
      const losses: number[] = [];
      const model = await trainGbdt(
        x,
        y,
        { objective, rounds: 200, earlyStoppingRounds: 5, eta: 0.5 },
        { validation, onRound: ({ validationLoss }) => losses.push(validationLoss!) },
      );
      const best = losses.indexOf(Math.min(...losses)) + 1;
      expect(losses.length).toBe(best + 5);
      expect(model.trees.length).toBe(best);
    },
  );
});

describe('trainGbdt when it is aborted', () => {
  const { x, y } = sampleTable(1_000, 3);

  it('rejects with the reason, before it starts and in between rounds', async () => {
    await expect(trainGbdt(x, y, {}, { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no');
    const controller = new AbortController();
    let rounds = 0;
    const onRound = () => {
      if (++rounds === 3) controller.abort(new Error('enough'));
    };
    await expect(trainGbdt(x, y, {}, { signal: controller.signal, onRound, threads: 2 })).rejects.toThrow(
      'enough',
    );
    expect(rounds).toBe(3);
  });

  it('lets other work of the host run between rounds', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('stopped')), 1);
    await expect(trainGbdt(x, y, { rounds: 1e6 }, { signal: controller.signal })).rejects.toThrow('stopped');
  });
});
