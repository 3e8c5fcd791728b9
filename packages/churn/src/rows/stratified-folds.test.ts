import { stratifiedFolds } from './stratified-folds.js';

describe('stratifiedFolds', () => {
  const labels = Int8Array.from({ length: 1003 }, (_, row) => (row % 10 === 0 ? -1 : row % 4 === 0 ? 1 : 0));
  const foldOf = stratifiedFolds(labels, 5, 42);
  const count = (fold: number, label: number) =>
    labels.filter((value, row) => value === label && foldOf[row] === fold).length;

  it('gives each fold its share of both kinds, to one customer', () => {
    for (const label of [0, 1]) {
      const counts = [0, 1, 2, 3, 4].map((fold) => count(fold, label));
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  });

  it('leaves out exactly the rows whose label is not known', () => {
    expect(foldOf.every((fold, row) => (fold === -1) === (labels[row] === -1))).toBe(true);
  });

  it('divides differently for another seed', () => {
    expect(stratifiedFolds(labels, 5, 42)).toEqual(foldOf);
    expect(stratifiedFolds(labels, 5, 43)).not.toEqual(foldOf);
  });
});
