import type { Fault } from '@clv/contracts';
import type { Column, Columns, Customer, Scenario } from '../scenarios/scenario.js';
import { rowAvoider } from './avoid-rows.js';
import { cellOf } from './cells.js';
import { designWidth, probabilityOf, writeDesign } from './churn-formula.js';
import { rowDrawer } from './copula.js';
import type { Stratum, SynthesizerModel } from './model.js';
import { misshapeOf } from './model-shape.js';

const mostAttempts = 100;

/** The scenario of a fitted table, or what is wrong with the model. */
export function imitate(model: SynthesizerModel): Scenario | Fault {
  const { format, version } = model;
  if (format !== 'clv-synthesizer' || version !== 1) {
    const message = `like must be a model of fitSynthesizer, version 1: ${String(format)} ${String(version)}`;
    return { path: 'like', rule: 'not-a-model', value: format, message };
  }
  const misshape = misshapeOf(model);
  if (!misshape) return lookalikeScenario(model);
  const path = `like.${misshape.path}`;
  return { path, rule: 'damaged-model', message: `${path} ${misshape.fault}` };
}

/** A fitted table as a scenario of its own; what a customer feels of an offer is taken from the sensitivity, or a half. */
function lookalikeScenario(model: SynthesizerModel): Scenario {
  const { kinds, strata, roles, churn } = model;
  const names = kinds.map(({ column }) => column);
  const sensitivityAt = names.indexOf(roles.sensitivity ?? '');
  const drawn = (list: string[] | undefined) => list?.filter((name) => names.includes(name));
  const shares = sharesOf(strata);
  const draws = strata.map(rowDrawer);
  const isOriginal = rowAvoider(kinds, model.originals);
  const design = new Float64Array(designWidth(kinds));
  const row = new Float64Array(kinds.length);

  return {
    name: 'lookalike',
    roles: {
      ...roles,
      exclude: [],
      segment_features: drawn(roles.segment_features),
      features: drawn(roles.features),
    },
    labels: model.labels,
    allocate: (rows) => allocate(model, rows),
    write(columns, at, draw): Customer {
      const normal = () => draw.normal(0, 1);
      for (let attempt = 0; attempt < mostAttempts; attempt++) {
        draws[draw.pick(shares)](row, normal);
        if (!isOriginal(row)) break;
      }
      for (let c = 0; c < kinds.length; c++) (columns[names[c]] as Column)[at] = cellOf(kinds[c], row[c]);
      writeDesign(design, kinds, churn, (column) => row[column]);
      const sensitivity = sensitivityAt < 0 ? NaN : row[sensitivityAt];
      return {
        leaving: probabilityOf(design, churn.weights),
        sensitivity: Number.isNaN(sensitivity) ? 0.5 : sensitivity,
        ...{ receptiveness: 1, harm: 0 },
      };
    },
  };
}

function allocate({ kinds, order, roles, labels }: SynthesizerModel, rows: number): Columns {
  const numbers = new Set(kinds.filter(({ kind }) => kind === 'number').map(({ column }) => column));
  if (typeof labels[0] === 'number') numbers.add(roles.label!);
  return Object.fromEntries(
    order.map((name) => [name, numbers.has(name) ? new Float64Array(rows) : new Array<string>(rows)]),
  );
}

function sharesOf(strata: readonly Stratum[]): number[] {
  const total = strata.reduce((sum, { share }) => sum + share, 0);
  return strata.map(({ share }) => share / total);
}
