import type { GbdtModel, GbdtTree } from '../model.js';
import { checkTree } from './check-tree.js';
import { JsonReader } from './json-reader.js';
import { readBaseScore, readColumnCount, readFeatureNames, readObjective } from './read-model.js';

/**
 * Reads a model that XGBoost (1.7 to 3.x) saved as JSON, given as the parsed document.
 * Trees on one binary or regression target are supported; dart, linear, categorical splits and several targets are
 * refused by name. All its trees count, as they do for `Booster.predict`; where training stopped early, `XGBClassifier` and
 * `XGBRegressor` predict by those up to the best alone: save `booster[: best_iteration + 1]` to get their numbers.
 *
 * @throws ModelFormatError where the document is no such model or is damaged, with its JSON path
 */
export function fromXgboostJson(json: unknown): GbdtModel {
  const learner = new JsonReader(json).get('learner');
  const parameters = learner.get('learner_model_param');
  const columnsAt = parameters.get('num_feature');
  const columns = readColumnCount(columnsAt, columnsAt.numberFromText());
  refuseSeveralTargets(parameters);

  const objective = readObjective(learner.get('objective').get('name'));
  const featureNames = learner.find('feature_names');
  const named = featureNames !== undefined && featureNames.texts().length > 0;
  return {
    format: 'clv-gbdt',
    version: 1,
    objective,
    baseScore: readBaseScore(
      parameters.get('base_score'),
      readScalarOrList(parameters.get('base_score')),
      objective,
    ),
    columns,
    ...(named && { featureNames: readFeatureNames(featureNames, columns) }),
    trees: readTrees(learner.get('gradient_booster'), columns),
  };
}

function refuseSeveralTargets(parameters: JsonReader): void {
  for (const name of ['num_class', 'num_target']) {
    const count = parameters.find(name);
    if (count && count.numberFromText() > 1)
      throw count.error(`must not be more than 1: ${String(count.value)}`);
  }
}

/** XGBoost 3 writes base_score as a list in text, `"[5E-1]"`; those before wrote `"5E-1"`. */
function readScalarOrList(at: JsonReader): number {
  const text = String(at.value).trim();
  const inner = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  return Math.fround(new JsonReader(inner, at.path).numberFromText());
}

function readTrees(booster: JsonReader, columns: number): GbdtTree[] {
  const name = booster.get('name');
  if (name.text() !== 'gbtree') throw name.error(`must be gbtree: ${String(name.value)}`);
  return booster
    .get('model')
    .get('trees')
    .items()
    .map((tree) => readTree(tree, columns));
}

function readTree(at: JsonReader, columns: number): GbdtTree {
  refuseCategories(at);
  const left = at.get('left_children').integers();
  const conditions = at.get('split_conditions').floats();
  const inLeaf = (node: number) => left[node] === -1;
  const tree: GbdtTree = {
    feature: at.get('split_indices').integers(),
    threshold: conditions.map((condition, node) => (inLeaf(node) ? 0 : condition)),
    left,
    right: at.get('right_children').integers(),
    defaultLeft: at.get('default_left').bits(),
    value: at
      .get('base_weights')
      .floats()
      .map((weight, node) => (inLeaf(node) ? conditions[node] : weight)),
    gain: at.get('loss_changes').floats(),
    cover: at.get('sum_hessian').floats(),
  };
  checkTree(tree, columns, at.path);
  return tree;
}

function refuseCategories(at: JsonReader): void {
  const types = at.find('split_type');
  const categorical = types?.integers().findIndex((type) => type !== 0) ?? -1;
  if (types && categorical >= 0)
    throw types.error('must be 0: categorical splits are not supported', `[${categorical}]`);
  const size = at.find('tree_param')?.find('size_leaf_vector');
  if (size && size.numberFromText() > 1)
    throw size.error(`must not be more than 1: vector leaves are not supported`);
}
