import { sampleTable } from '../test/table.js';
import { explainGbdt, predictGbdt, trainGbdt, type FeatureMatrix, type GbdtTree } from './index.js';

/** A tree's expected value for a row of which only some features are known: the definition that TreeSHAP computes. */
function expectation(tree: GbdtTree, row: Float32Array, known: number, node = 0): number {
  const [left, right] = [tree.left[node], tree.right[node]];
  if (left === -1) return tree.value[node];
  const feature = tree.feature[node];
  if ((known >> feature) & 1) {
    const value = row[feature];
    const goesLeft = Number.isNaN(value) ? tree.defaultLeft[node] === 1 : value < tree.threshold[node];
    return expectation(tree, row, known, goesLeft ? left : right);
  }
  const share = tree.cover[left] / tree.cover[node];
  return share * expectation(tree, row, known, left) + (1 - share) * expectation(tree, row, known, right);
}

/** Shapley (1953): a feature's effect averaged over all sets of other features that may be known already. */
function shapley(tree: GbdtTree, row: Float32Array, feature: number): number {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const m = row.length;
  let sum = 0;
  for (let set = 0; set < 1 << m; set++) {
    if ((set >> feature) & 1) continue;
    const size = set.toString(2).replaceAll('0', '').length;
    const effect = expectation(tree, row, set | (1 << feature)) - expectation(tree, row, set);
    sum += ((factorial(size) * factorial(m - size - 1)) / factorial(m)) * effect;
  }
  return sum;
}

describe('explainGbdt', () => {
  const { x, y } = sampleTable(400, 5);

  it('equals the average over all orders of features', async () => {
    const model = await trainGbdt(x, y, { rounds: 4, maxDepth: 6, minChildWeight: 0.3 });
    const few: FeatureMatrix = { data: x.data.subarray(0, 7 * 5), rows: 7, columns: 5 };
    const { values } = await explainGbdt(model, few);
    for (let row = 0; row < few.rows; row++)
      for (let feature = 0; feature < 5; feature++) {
        const vector = x.data.subarray(row * 5, row * 5 + 5);
        const wanted = model.trees.reduce((sum, tree) => sum + shapley(tree, vector, feature), 0);
        expect(values[row * 6 + feature]).toBeCloseTo(wanted, 5);
      }
  });

  it('adds up to the margin of each row', async () => {
    const model = await trainGbdt(x, y, { rounds: 20, maxDepth: 9, minChildWeight: 0, baseScore: 0.2 });
    const { values } = await explainGbdt(model, x);
    const margins = await predictGbdt(model, x, { output: 'margin' });
    margins.forEach((margin, row) => {
      const sum = values.subarray(row * 6, row * 6 + 6).reduce((total, value) => total + value, 0);
      expect(sum).toBeCloseTo(margin, 4);
    });
  });

  it('gives a model without trees its bias only', async () => {
    const model = { ...(await trainGbdt(x, y, { rounds: 1, baseScore: 0.25 })), trees: [] };
    const { values } = await explainGbdt(model, { data: x.data.subarray(0, 5), rows: 1, columns: 5 });
    expect([...values]).toEqual([0, 0, 0, 0, 0, Math.fround(Math.log(0.25 / 0.75))]);
  });
});
