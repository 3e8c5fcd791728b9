import type { GbdtModel, GbdtObjective, GbdtTree } from '../model.js';
import { checkTree } from './check-tree.js';
import { JsonReader } from './json-reader.js';

const OBJECTIVES: readonly string[] = ['binary:logistic', 'reg:squarederror'] satisfies GbdtObjective[];

/**
 * Checks a `clv-gbdt` document from an unknown hand, such as a file, and gives it back as a model.
 *
 * @param path where in a larger document it lies (default: it is the whole)
 * @throws ModelFormatError at the first fault, with its JSON path
 */
export function readModel(json: unknown, path = ''): GbdtModel {
  const document = new JsonReader(json, path);
  const format = document.get('format');
  if (format.text() !== 'clv-gbdt') throw format.error(`must be clv-gbdt: ${String(format.value)}`);
  const version = document.get('version');
  if (version.number() !== 1) throw version.error(`must be 1: ${String(version.value)}`);

  const columns = readColumnCount(document.get('columns'));
  const objective = readObjective(document.get('objective'));
  const featureNames = document.find('featureNames');
  return {
    format: 'clv-gbdt',
    version: 1,
    objective,
    baseScore: readBaseScore(document.get('baseScore'), document.get('baseScore').number(), objective),
    columns,
    ...(featureNames &&
      featureNames.value !== undefined && { featureNames: readFeatureNames(featureNames, columns) }),
    trees: document
      .get('trees')
      .items()
      .map((tree) => readTree(tree, columns)),
  };
}

export function readColumnCount(at: JsonReader, count: number = at.number()): number {
  if (Number.isSafeInteger(count) && count >= 1) return count;
  throw at.error(`must be a whole number of at least 1: ${count}`);
}

export function readObjective(at: JsonReader): GbdtObjective {
  const name = at.text();
  if (OBJECTIVES.includes(name)) return name as GbdtObjective;
  throw at.error(`must be one of ${OBJECTIVES.join(', ')}: ${name}`);
}

export function readBaseScore(at: JsonReader, score: number, objective: GbdtObjective): number {
  if (objective === 'binary:logistic' && !(score > 0 && score < 1))
    throw at.error(`must be a probability between 0 and 1: ${score}`);
  return score;
}

export function readFeatureNames(at: JsonReader, columns: number): string[] {
  const names = at.texts();
  if (names.length !== columns)
    throw at.error(`must name each of the ${columns} columns: ${names.length} names`);
  return names;
}

function readTree(at: JsonReader, columns: number): GbdtTree {
  const tree: GbdtTree = {
    feature: at.get('feature').integers(),
    threshold: at.get('threshold').floats(),
    left: at.get('left').integers(),
    right: at.get('right').integers(),
    defaultLeft: at.get('defaultLeft').bits(),
    value: at.get('value').floats(),
    gain: at.get('gain').floats(),
    cover: at.get('cover').floats(),
  };
  checkTree(tree, columns, at.path);
  return tree;
}
