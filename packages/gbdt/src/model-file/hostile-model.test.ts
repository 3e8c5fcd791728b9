import { randomSource } from '@clv/contracts';
import { sampleTable } from '../../test/table.js';
import {
  explainGbdt,
  fromXgboostJson,
  ModelFormatError,
  predictGbdt,
  readModel,
  toXgboostJson,
  trainGbdt,
  type GbdtModel,
} from '../index.js';

const { x, y } = sampleTable(64, 3);
const featureNames = ['age', 'fee', 'calls'];
const model = await trainGbdt({ ...x, featureNames }, y, { rounds: 3, maxDepth: 4 });

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const copy = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json;

/** Things that a damaged or hostile file may hold where something else should stand. */
const poisons: Json[] = [
  null,
  true,
  '',
  '__proto__',
  'NaN',
  '1e999',
  -1,
  0,
  1,
  2,
  7,
  1e9,
  2 ** 31,
  2 ** 53,
  -0.5,
  1e300,
  [],
  {},
  [[]],
  [-1, -1],
];

/** Changes one place of a document: another value, none, one more, one less, or a neighbour's. */
function mutate(document: Json, random: () => number): Json {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)];
  let holder = document as { [key: string]: Json };
  for (;;) {
    const keys = Object.keys(holder);
    if (keys.length === 0) return document;
    const key = pick(keys);
    const value = holder[key];
    const isHolder = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
    if (isHolder && random() < 0.9) {
      holder = value as { [key: string]: Json };
      continue;
    }
    const choice = random();
    if (Array.isArray(holder) && choice < 0.15) holder.push(pick(holder as Json[]));
    else if (Array.isArray(holder) && choice < 0.3) holder.splice(Number(key), 1);
    else if (choice < 0.4) delete holder[key];
    else if (choice < 0.6) holder[key] = holder[pick(keys)];
    else holder[key] = pick(poisons);
    return document;
  }
}

async function loadAndUse(load: () => GbdtModel): Promise<'loaded' | 'refused'> {
  let loaded: GbdtModel;
  try {
    loaded = load();
  } catch (error) {
    expect(error).toBeInstanceOf(ModelFormatError);
    expect(typeof (error as ModelFormatError).path).toBe('string');
    return 'refused';
  }
  const rows = { data: x.data.subarray(0, 10 * 3), rows: 10, columns: 3 };
  if (loaded.columns !== 3) return 'loaded';
  const p = await predictGbdt(loaded, rows);
  expect(p.every((value) => value >= 0 && value <= 1) || loaded.objective === 'reg:squarederror').toBe(true);
  return 'loaded';
}

describe('10,000 damaged model files', () => {
  it.each([
    ['of ours', copy(model), readModel],
    ["in XGBoost's JSON", copy(toXgboostJson(model)), fromXgboostJson],
  ])('%s each load or are refused with a path', async (_, document, load) => {
    const random = randomSource(11);
    const ends = { loaded: 0, refused: 0 };
    for (let i = 0; i < 5_000; i++) {
      let damaged = copy(document);
      for (let times = random() < 0.8 ? 1 : 4; times > 0; times--) damaged = mutate(damaged, random);
      ends[await loadAndUse(() => load(damaged))]++;
    }
    expect(ends.refused).toBeGreaterThan(1_000);
    expect(ends.loaded).toBeGreaterThan(200);
  });

  it.each([0.1, 0.5, 0.9, 0.999])('cut off after a share of %d are no JSON, or refused', (share) => {
    const text = JSON.stringify(toXgboostJson(model));
    expect(() => fromXgboostJson(JSON.parse(text.slice(0, text.length * share)))).toThrow(SyntaxError);
  });
});

/** A tree whose every node has a leaf to the left and the next node to the right. */
function vine(levels: number): GbdtModel {
  const nodes = 2 * levels + 1;
  const column = (value: (node: number) => number) => Array.from({ length: nodes }, (_, node) => value(node));
  const zeros = new Array<number>(nodes).fill(0);
  const isInner = (node: number) => node < 2 * levels && (node === 0 || node % 2 === 0);
  return {
    format: 'clv-gbdt',
    version: 1,
    objective: 'reg:squarederror',
    baseScore: 0,
    columns: 1,
    trees: [
      {
        feature: zeros,
        threshold: column((node) => (isInner(node) ? node / 2 + 1 : 0)),
        left: column((node) => (isInner(node) ? node + 1 : -1)),
        right: column((node) => (isInner(node) ? node + 2 : -1)),
        defaultLeft: zeros,
        value: column((node) => node),
        gain: zeros,
        cover: column((node) => nodes - node),
      },
    ],
  };
}

describe('a hostile tree', () => {
  const small = (): GbdtModel => vine(2);
  const [tree] = small().trees;

  it.each([
    ['a child out of range', { left: [1, -1, 9, -1, -1] }, 'trees[0].left[2]', /node from 0 to 4: 9/],
    ['a negative child', { right: [-7, -1, 4, -1, -1] }, 'trees[0].right[0]', /: -7/],
    ['a cycle', { right: [2, -1, 0, -1, -1] }, 'trees[0].right[2]', /nothing else leads to: 0/],
    ['a shared child', { left: [1, -1, 1, -1, -1] }, 'trees[0].left[2]', /nothing else leads to: 1/],
    ['a column too short', { cover: [1, 1] }, 'trees[0].cover', /as many numbers as left: 2, not 5/],
    [
      'a leaf that is not a number',
      { value: [0, NaN, 0, 0, 0] },
      'trees[0].value[1]',
      /finite float32 number: NaN/,
    ],
    ['a threshold beyond float32', { threshold: [1e39, 0, 0, 0, 0] }, 'trees[0].threshold[0]', /1e\+39/],
    ['a feature that is not there', { feature: [1, 0, 0, 0, 0] }, 'trees[0].feature[0]', /columns \(1\): 1/],
    ['half a node', { left: [1.5, -1, 3, -1, -1] }, 'trees[0].left[0]', /whole number: 1.5/],
    [
      'a default that is neither side',
      { defaultLeft: [2, 0, 0, 0, 0] },
      'trees[0].defaultLeft[0]',
      /0 or 1: 2/,
    ],
  ])('with %s is refused', async (_, damage, path, message) => {
    const hostile = { ...small(), trees: [{ ...tree, ...damage }] };
    const refusal = expect.objectContaining({
      name: 'ModelFormatError',
      path,
      message: expect.stringMatching(message),
    });
    expect(() => readModel(hostile)).toThrow(refusal);
    await expect(predictGbdt(hostile, { data: new Float32Array(1), rows: 1, columns: 1 })).rejects.toThrow(
      refusal,
    );
  });

  it('of a million levels is refused at once', () => {
    expect(() => readModel(vine(1_000_000))).toThrow(/must not be deeper than 512 levels/);
  });

  it('of 512 levels is walked and explained', async () => {
    const deep = vine(512);
    const rows = { data: Float32Array.of(0.5, 300.5, 1e6, NaN), rows: 4, columns: 1 };
    const p = await predictGbdt(deep, rows);
    expect([...p]).toEqual([1, 601, 1024, 1024]);
    const { values } = await explainGbdt(deep, rows);
    for (let row = 0; row < 4; row++) expect(values[2 * row] + values[2 * row + 1]).toBeCloseTo(p[row], 2);
  });
});

it.each([
  null,
  undefined,
  3,
  'clv-gbdt',
  [],
  { format: 'clv-gbdt' },
  { format: 'clv-gbdt', version: 2 },
  { format: 'x' },
])('readModel refuses %j', (json) => {
  expect(() => readModel(json)).toThrow(ModelFormatError);
});
