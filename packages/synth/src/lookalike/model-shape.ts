import { shapes, type Misshape, type Shape } from '@clv/contracts';
import type { ColumnKind } from './cells.js';
import { designWidth } from './churn-formula.js';
import { latentsOf, type Marginal } from './marginal.js';
import type { Stratum, SynthesizerModel } from './model.js';

const { finite, listOf, nullable, record, tagged, text, whole } = shapes;

const kinds = listOf(
  tagged('kind', {
    number: record({ column: text, decimals: whole(0, 100) }),
    date: record({ column: text }),
    level: record({ column: text, levels: listOf(text) }),
  }),
);

const head = record({
  roles: record(
    { label: text },
    { id: text, sensitivity: text, segment_features: listOf(text), features: listOf(text) },
  ),
  order: listOf(text),
  kinds,
  originals: record({ possible: finite, marks: listOf(finite) }),
  labels: listOf((value, path) => (typeof value === 'string' ? undefined : finite(value, path)), 2),
});

/** What is wrong with a model that may have been cut or edited, as far as drawing from it goes. */
export function misshapeOf(model: SynthesizerModel): Misshape | undefined {
  return head(model, '') ?? unlikeOrder(model) ?? learned(model.kinds)(model, '') ?? noShares(model.strata);
}

/** The columns to be drawn are those of the kinds, the id and the label, each once. */
function unlikeOrder({ order, kinds: drawn, roles }: SynthesizerModel): Misshape | undefined {
  const wanted = [
    ...drawn.map(({ column }) => column),
    ...(roles.id === undefined ? [] : [roles.id]),
    roles.label!,
  ];
  if (JSON.stringify([...order].sort()) === JSON.stringify([...wanted].sort())) return undefined;
  return { path: 'order', fault: 'must name every column of kinds, the id and the label, each once' };
}

function learned(drawn: readonly ColumnKind[]): Shape {
  const each = listOf(finite, drawn.length);
  const churn = record({ centre: each, spread: each, weights: listOf(finite, designWidth(drawn)) });
  return record({ churn, strata: listOf(stratumOf(drawn)) });
}

function stratumOf(drawn: readonly ColumnKind[]): Shape {
  const marginals: Shape = (value, path) => {
    const misshape = listOf(record({}), drawn.length)(value, path);
    if (misshape) return misshape;
    for (const [c, kind] of drawn.entries()) {
      const fault = marginalOf(kind)((value as unknown[])[c], `${path}[${c}]`);
      if (fault) return fault;
    }
    return undefined;
  };
  return (value, path) =>
    record({ share: finite, marginals, factor: listOf(listOf(finite)) })(value, path) ??
    unlikeFactor(value as Stratum, path);
}

/** How the values of a column of this kind are spread: of a level they are places among the levels. */
function marginalOf(kind: ColumnKind): Shape {
  const value = kind.kind === 'level' ? whole(0, kind.levels.length - 1) : finite;
  const spread = tagged('kind', {
    constant: record({ value: nullable(value) }),
    steps: record({ values: listOf(value), cuts: listOf(finite) }, { blank: finite }),
    curve: record({ knots: listOf(value) }, { blank: finite }),
    pick: record({ values: listOf(nullable(value)), cuts: listOf(finite) }),
  });
  return (marginal, path) => spread(marginal, path) ?? unlikeCuts(marginal as Marginal, path);
}

function unlikeCuts(marginal: Marginal, path: string): Misshape | undefined {
  if (marginal.kind === 'constant') return undefined;
  if (marginal.kind === 'curve')
    return marginal.knots.length > 0 ? undefined : { path: `${path}.knots`, fault: 'must not be empty' };
  const { values, cuts } = marginal;
  if (values.length === cuts.length + 1) return undefined;
  return { path: `${path}.cuts`, fault: `must be one less than the ${values.length} values: ${cuts.length}` };
}

/** Each Gaussian that decides a cell is made of as many independent ones at most as there are. */
function unlikeFactor({ marginals, factor }: Stratum, path: string): Misshape | undefined {
  const gaussians = marginals.reduce((sum, marginal) => sum + latentsOf(marginal).length, 0);
  if (factor.length === gaussians && factor.every((row) => row.length <= gaussians)) return undefined;
  return { path: `${path}.factor`, fault: `must be a matrix of ${gaussians} rows, none of them longer` };
}

function noShares(strata: readonly Stratum[]): Misshape | undefined {
  const isShared = strata.some(({ share }) => share > 0) && strata.every(({ share }) => share >= 0);
  return isShared
    ? undefined
    : { path: 'strata', fault: 'must have shares of at least 0, one of them above' };
}
