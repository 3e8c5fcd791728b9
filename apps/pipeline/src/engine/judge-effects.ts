import { randomSource } from '@clv/contracts';
import type { CheckedOffer } from '@clv/prescribe';
import { featureColumns, readNumbers, readText } from '@clv/table';
import {
  type UpliftEvaluation,
  type UpliftOptions,
  checkExperiment,
  evaluateUplift,
  fitUplift,
  predictUplift,
} from '@clv/uplift';

import type { CheckedCustomers } from './check-customers.js';
import type { Columns } from './load-customers.js';
import { takeRows } from './take-rows.js';

/** How well the customers whom an offer keeps were told from the others, on customers who were not learned from. */
export interface JudgedOffer extends Pick<
  UpliftEvaluation,
  'qini' | 'averageEffect' | 'ranking' | 'calibration'
> {
  offer: string;
  label: string;
  /** Of the experiment: who got the offer, or none. */
  customers: number;
  /**
   * Offering it to the first `share` of the customers, those it changes most, keeps `gain` more of all of them: 0.01 is
   * one more in a hundred. The random order goes straight to the last point.
   */
  curve: { share: number; gain: number }[];
}

/** `uplift.json`: what an experiment in the input says of the effects that were learned from it. */
export interface JudgedEffects {
  offers: JudgedOffer[];
  /** What speaks against the comparison, in sentences. */
  concerns: string[];
}

/** Fewer customers than this leave too few in each half to learn from and to judge by. */
const fewestPerArm = 100;
/** As many tell an effect to a fifth of a point; more of a longer log would only take longer. */
const mostJudged = 200_000;
/** As many as a line needs to look smooth. */
const curvePoints = 100;
const none = 'none';

/** One half of the experiment's customers judges what was learned from the other, and the other way round. */
export async function judgeEffects(
  { columns, schema }: CheckedCustomers,
  known: readonly CheckedOffer[],
  seed: number,
): Promise<JudgedEffects | undefined> {
  const { offer, outcome, propensity } = schema.roles;
  if (offer === undefined || outcome === undefined) return undefined;
  const got = readText(columns, offer);
  const arms = largeArms(got);
  const offers = arms.filter((name) => name !== none).sort();
  if (offers.length === arms.length || offers.length === 0) return undefined;

  const roles = { offer, outcome, propensity, features: featureColumns(columns, schema) };
  const next = randomSource(seed);
  const drawn = Math.min(1, mostJudged / got.length);
  const inArms = Int32Array.from(got.keys()).filter((row) => arms.includes(got[row]) && next() < drawn);
  const effects = await heldOutEffects(columns, roles, inArms, seed);
  const outcomes = readNumbers(columns, outcome);
  const chances = propensity === undefined ? undefined : readNumbers(columns, propensity);
  return {
    offers: offers.map((name) => {
      const rows = inArms.filter((row) => got[row] === name || got[row] === none);
      const treated = Uint8Array.from(rows, (row) => Number(got[row] === name));
      const { curve, qini, averageEffect, ranking, calibration } = evaluateUplift({
        effect: takeRows(effects.get(name)!, rows),
        outcome: takeRows(outcomes, rows),
        treated,
        // The log holds the chance of what each got, which tells the chance of the offer where there is no other.
        ...(chances &&
          offers.length === 1 && {
            propensity: Float64Array.from(rows, (row, i) => (treated[i] ? chances[row] : 1 - chances[row])),
          }),
        seed,
      });
      const offered = treated.reduce((sum, each) => sum + each, 0);
      return {
        offer: name,
        label: known.find(({ id }) => id === name)?.label ?? name,
        customers: rows.length,
        qini,
        averageEffect,
        ranking,
        calibration,
        curve: thinned(curve.customers.length).map((k) => ({
          share: curve.customers[k] / rows.length,
          gain: curve.gain[k] / offered,
        })),
      };
    }),
    concerns: checkExperiment(columns, roles).concerns.map(({ message }) => message),
  };
}

/** The offers, and none, that enough customers got. */
function largeArms(got: readonly string[]): string[] {
  const sizes = new Map<string, number>();
  for (const name of got) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  return [...sizes.keys()].filter((name) => sizes.get(name)! >= fewestPerArm);
}

/** By offer, the effect on each of the given rows, foretold by a model that learned from the other half. */
async function heldOutEffects(
  columns: Columns,
  roles: Pick<UpliftOptions, 'offer' | 'outcome' | 'propensity' | 'features'>,
  rows: Int32Array,
  seed: number,
): Promise<Map<string, Float64Array>> {
  const next = randomSource(seed, 1);
  const side = rows.map(() => Number(next() < 0.5));
  const effects = new Map<string, Float64Array>();
  for (const judges of [0, 1]) {
    const [learning, judging] = [1 - judges, judges].map((half) => rows.filter((_, i) => side[i] === half));
    const model = await fitUplift(columnsAt(columns, learning), { ...roles, seed });
    const { effect, offers } = await predictUplift(model, columnsAt(columns, judging));
    offers.forEach((name, o) => {
      const known = effects.get(name) ?? new Float64Array(Object.values(columns)[0].length);
      judging.forEach((row, i) => (known[row] = effect[i * offers.length + o]));
      effects.set(name, known);
    });
  }
  return effects;
}

const columnsAt = (columns: Columns, rows: Int32Array): Columns =>
  Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, takeRows(cells, rows)]));

/** The places of a list's points that a line is drawn through, the first and the last among them. */
function thinned(length: number): number[] {
  const steps = Math.min(curvePoints, length - 1);
  return Array.from({ length: steps + 1 }, (_, i) =>
    steps === 0 ? 0 : Math.round((i / steps) * (length - 1)),
  );
}
