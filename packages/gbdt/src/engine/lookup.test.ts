import { randomSource } from '@clv/contracts';
import { prepareGbdt, type GbdtModel, type GbdtTree } from '../index.js';
import { leafOf } from './walk-tree.js';

const columns = 3;
const random = randomSource(5);
const pick = (count: number) => Math.floor(random() * count);

/** A tree of at most so many levels, its leaves anywhere. */
function makeTree(levels: number, thresholdOf: (column: number) => number): GbdtTree {
  const tree: GbdtTree = {
    ...{ feature: [], threshold: [], left: [], right: [], defaultLeft: [], value: [], gain: [], cover: [] },
  };
  const add = (left: number): number => {
    const node = tree.left.length;
    const isLeaf = left === 0 || random() < 0.2;
    const feature = pick(columns);
    tree.feature.push(isLeaf ? 0 : feature);
    tree.threshold.push(isLeaf ? 0 : thresholdOf(feature));
    tree.defaultLeft.push(pick(2));
    tree.value.push(Math.fround(random() - 0.5));
    tree.gain.push(0);
    tree.cover.push(1);
    tree.left.push(-1);
    tree.right.push(-1);
    if (!isLeaf) [tree.left[node], tree.right[node]] = [add(left - 1), add(left - 1)];
    return node;
  };
  add(levels);
  return tree;
}

const modelOf = (trees: GbdtTree[]): GbdtModel => ({
  ...{ format: 'clv-gbdt', version: 1, objective: 'binary:logistic', baseScore: 0.5, columns, trees },
});

/** Values at cuts, beside them, beyond them, and none. */
function makeRows(rows: number, cuts: readonly number[]) {
  const values = [...cuts, ...cuts.map((cut) => cut + 1e-3), 0, -0, Infinity, -Infinity, NaN, NaN];
  const data = Float32Array.from({ length: rows * columns }, () => values[pick(values.length)]);
  return { data, rows, columns };
}

const cases: [string, number, number[]][] = [
  ['of at most four levels', 4, [-1.5, -0, 0, 0.25, 0.25, 7, 3e38]],
  ['of single leaves and stumps', 1, [0.1]],
  ['that have as many thresholds as codes tell apart', 4, Array.from({ length: 254 }, (_, i) => i - 100)],
  ['that have one more', 4, Array.from({ length: 255 }, (_, i) => i - 100)],
  ['of five levels', 5, [-1, 0, 1]],
];

describe('the kernel', () => {
  it.each(cases)('adds the leaves where a walk ends, of trees %s', async (_, levels, cuts) => {
    let next = 0;
    const thresholdOf = () => Math.fround(cuts[next++ % cuts.length]);
    const model = modelOf(Array.from({ length: 300 }, () => makeTree(levels, thresholdOf)));
    const { margins } = await prepareGbdt(model);
    for (const rows of [1, 15, 16, 63, 1_000]) {
      const x = makeRows(rows, cuts);
      const walked = new Float32Array(rows);
      for (const tree of model.trees)
        for (let row = 0; row < rows; row++) walked[row] += tree.value[leafOf(tree, x, row)];
      expect(margins(x)).toEqual(walked);
    }
  });
});
