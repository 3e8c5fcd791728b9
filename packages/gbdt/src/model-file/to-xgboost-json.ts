import type { GbdtModel, GbdtTree } from '../model.js';
import { readModel } from './read-model.js';

/** The parent that XGBoost writes for a root. */
const NO_PARENT = 2147483647;
/** The feature of a node that pruning has deleted. */
const NO_FEATURE = 2147483647;

/**
 * The model as the document that XGBoost's `save_model('model.json')` writes; `JSON.stringify` it to a file and
 * XGBoost 1.7 to 3.x loads it. Numbers are float32 in their shortest spelling, so nothing is lost. Where a threshold, gain or leaf
 * is from 2^50 to 1e21, as of a time in nanoseconds, use `toXgboostText`: `JSON.stringify` spells it as an integer, which XGBoost
 * refuses there.
 *
 * @throws ModelFormatError where the model is damaged
 */
export function toXgboostJson(model: GbdtModel): object {
  const { objective, baseScore, columns, featureNames, trees } = readModel(model);
  return {
    learner: {
      attributes: {},
      feature_names: featureNames ?? [],
      feature_types: [],
      gradient_booster: {
        model: {
          gbtree_model_param: {
            num_parallel_tree: '1',
            num_trees: String(trees.length),
            size_leaf_vector: '0',
          },
          iteration_indptr: Array.from({ length: trees.length + 1 }, (_, i) => i),
          tree_info: trees.map(() => 0),
          trees: trees.map((tree, id) => writeTree(tree, id, columns)),
        },
        name: 'gbtree',
      },
      learner_model_param: {
        base_score: shortest(baseScore).toExponential().toUpperCase(), // 1.7 misreads more digits
        boost_from_average: '1',
        num_class: '0',
        num_feature: String(columns),
        num_target: '1',
      },
      objective: { name: objective, reg_loss_param: { scale_pos_weight: '1' } },
    },
    version: [1, 7, 4],
  };
}

function writeTree(tree: GbdtTree, id: number, columns: number): object {
  const nodes = tree.left.length;
  const zeros = new Array<number>(nodes).fill(0);
  const parents = parentsOf(tree);
  const isDeleted = parents.map((parent, node) => node > 0 && parent === NO_PARENT);
  const deletedAs = (mark: number, values: readonly number[]) =>
    values.map((value, node) => (isDeleted[node] ? mark : value));
  return {
    base_weights: tree.value.map(floatLiteral),
    categories: [],
    categories_nodes: [],
    categories_segments: [],
    categories_sizes: [],
    default_left: deletedAs(1, tree.defaultLeft),
    id,
    left_children: deletedAs(-1, tree.left),
    loss_changes: tree.gain.map(floatLiteral),
    parents: deletedAs(0, parents), // XGBoost crashes on a second node without one
    right_children: deletedAs(-1, tree.right),
    split_conditions: tree.left.map((child, node) =>
      floatLiteral(child === -1 ? tree.value[node] : tree.threshold[node]),
    ),
    split_indices: deletedAs(NO_FEATURE, tree.feature),
    split_type: zeros,
    sum_hessian: tree.cover.map(floatLiteral),
    tree_param: {
      num_deleted: String(isDeleted.filter(Boolean).length),
      num_feature: String(columns),
      num_nodes: String(nodes),
      size_leaf_vector: '0',
    },
  };
}

/** Of each node that the root leads to; pruning leaves others behind. */
function parentsOf({ left, right }: GbdtTree): number[] {
  const parents = new Array<number>(left.length).fill(NO_PARENT);
  const reached = [0];
  for (const node of reached) {
    if (left[node] === -1) continue;
    for (const child of [left[node], right[node]]) {
      parents[child] = node;
      reached.push(child);
    }
  }
  return parents;
}

/** Nine significant digits name every float32. */
function shortest(value: number): number {
  return Number(value.toPrecision(9));
}

/** Of no effect in float32, where it is 0. */
const NOTHING = 1e-60;

/**
 * A number that JSON spells with a point or an exponent, and float32 reads as the value. XGBoost 1.7 takes a number without a point for an integer, which it refuses where it wants a float.
 */
function floatLiteral(value: number): number {
  const short = shortest(value);
  if (!Number.isInteger(short)) return short;
  if (short === 0) return NOTHING;
  return short + Math.sign(short) * (Math.abs(short) < 2 ** 22 ? 1e-8 : 0.125);
}
