import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  explainGbdt,
  fromXgboostJson,
  importance,
  predictGbdt,
  toXgboostJson,
  type FeatureMatrix,
  type GbdtModel,
  type ImportanceKind,
} from '../index.js';

/** What XGBoost saved, and what it says of some rows; made by test/golden/make_golden.py. */
interface Golden {
  model: unknown;
  rows: (number | null)[][];
  prediction: number[];
  margin: number[];
  leaf: number[][];
  contribs: number[][];
  gain: Record<string, number>;
  cover: Record<string, number>;
  weight: Record<string, number>;
}

const folder = join(process.cwd(), 'test/golden');
const files = readdirSync(folder).filter((file) => file.endsWith('.golden.json'));
const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Golden;
const whole = files.filter((file) => !file.startsWith('categorical'));

const matrixOf = ({ rows }: Golden): FeatureMatrix => ({
  data: Float32Array.from(rows.flat(), (value) => value ?? NaN),
  rows: rows.length,
  columns: rows[0].length,
});

function expectNear(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < actual.length; i++)
    expect(Math.abs(actual[i] - expected[i])).toBeLessThanOrEqual(tolerance);
}

/** How many nodes of each tree pruning has deleted, and how they are marked. */
function deletedNodes(document: unknown) {
  const { trees } = (document as XgboostDocument).learner.gradient_booster.model;
  return trees.map(({ tree_param, ...tree }) => {
    const deleted = [...tree.split_indices.keys()].filter((node) => tree.split_indices[node] === 2147483647);
    return {
      count: tree_param.num_deleted,
      nodes: deleted.map((node) => [node, tree.default_left[node], tree.left_children[node]]),
    };
  });
}

interface XgboostDocument {
  learner: { gradient_booster: { model: { trees: XgboostTree[] } } };
}

interface XgboostTree {
  split_indices: number[];
  default_left: number[];
  left_children: number[];
  parents: number[];
  tree_param: { num_deleted: string };
}

describe('golden files', () => {
  it('were made by XGBoost 1.7, 2.1, 3.0, 3.1 and 3.2', () => {
    expect(new Set(files.map((file) => /-(\d\.\d)\./.exec(file)?.[1]))).toEqual(
      new Set(['1.7', '2.1', '3.0', '3.1', '3.2']),
    );
  });
});

describe.each(whole)('%s', (file) => {
  const golden = read(file);
  const model = fromXgboostJson(golden.model);
  const x = matrixOf(golden);

  it('predicts what XGBoost predicts', async () => {
    expectNear(await predictGbdt(model, x), golden.prediction, 1e-6);
    expectNear(await predictGbdt(model, x, { output: 'margin' }), golden.margin, 2e-6);
    expect([...(await predictGbdt(model, x, { output: 'leaf' }))]).toEqual(golden.leaf.flat());
  });

  it('is explained as XGBoost explains it', async () => {
    expectNear((await explainGbdt(model, x)).values, golden.contribs.flat(), 1e-5);
  });

  it.each(['gain', 'cover', 'weight'] as ImportanceKind[])('finds the same %s of each feature', (kind) => {
    const names = model.featureNames ?? ['f0', 'f1', 'f2', 'f3'];
    const found = importance(model, kind);
    names.forEach((name, column) => {
      const wanted = golden[kind][name] ?? 0;
      expect(Math.abs(found[column] - wanted)).toBeLessThanOrEqual(1e-5 * wanted);
    });
  });

  it('is written with the nodes that XGBoost had deleted', () => {
    const written = deletedNodes(toXgboostJson(model));
    expect(written).toEqual(deletedNodes(golden.model));
    expect(written.some(({ count }) => count !== '0')).toBe(file.startsWith('deleted'));
  });

  it('is written with a parent for each node but the root, as XGBoost crashes on another', () => {
    const { trees } = (toXgboostJson(model) as XgboostDocument).learner.gradient_booster.model;
    for (const { parents } of trees)
      expect(parents.map((parent) => parent < parents.length)).toEqual(parents.map((_, node) => node > 0));
  });

  it('survives being written and read again, bit for bit', () => {
    const written = JSON.parse(JSON.stringify(toXgboostJson(model))) as unknown;
    expect(fromXgboostJson(written)).toEqual(model);
    expect(JSON.parse(JSON.stringify(model)) as GbdtModel).toEqual(model);
  });
});

describe('fromXgboostJson', () => {
  it.each(files.filter((file) => file.startsWith('categorical')))(
    'refuses the categorical splits of %s by name',
    (file) => {
      expect(() => fromXgboostJson(read(file).model)).toThrow(
        /split_type\[\d\] must be 0: categorical splits/,
      );
    },
  );

  it.each([
    ['"[5E-1]"', 0.5],
    ['"2.5E-1"', 0.25],
    ['0.125', 0.125],
  ])('takes %s as a base score', (text, score) => {
    const golden = JSON.parse(
      JSON.stringify(read(whole[0]).model).replace(/"base_score":"[^"]*"/, `"base_score":${text}`),
    );
    expect(fromXgboostJson(golden).baseScore).toBe(score);
  });

  it.each([
    [/"name":"gbtree"/, '"name":"dart"', 'learner.gradient_booster.name'],
    [/"name":"binary:logistic"/, '"name":"multi:softprob"', 'learner.objective.name'],
    [/"num_class":"0"/, '"num_class":"3"', 'learner.learner_model_param.num_class'],
    [/"base_score":"[^"]*"/, '"base_score":"1E0"', 'learner.learner_model_param.base_score'],
    [/"num_class":"0","num_feature":"4"/, '"num_feature":"0"', 'learner.learner_model_param.num_feature'],
    [/"feature_names":\[/, '"feature_names":["one",', 'learner.feature_names'],
    [
      /("num_nodes":"\d+","size_leaf_vector":)"\d"/,
      '$1"2"',
      'learner.gradient_booster.model.trees[0].tree_param.size_leaf_vector',
    ],
    [/"left_children":\[[^\]]*\]/, '"left_children":[]', 'learner.gradient_booster.model.trees[0].left'],
  ])('refuses %s changed to %s, naming it', (pattern, replacement, path) => {
    const text = JSON.stringify(read('logistic-1.7.golden.json').model);
    expect(text).toMatch(pattern);
    expect(() => fromXgboostJson(JSON.parse(text.replace(pattern, replacement)))).toThrow(
      expect.objectContaining({ name: 'ModelFormatError', path }),
    );
  });
});
