import { ClvError } from '@clv/contracts';
import type { ShiftedBetaGeometricModel } from './contractual/cohort-model.js';
import type { BgNbdModel, PurchaseModel } from './purchases/purchase-model.js';
import type { GammaGammaModel } from './spend/gamma-gamma-model.js';

type Model = PurchaseModel | GammaGammaModel | ShiftedBetaGeometricModel;

/** What a parameter must be above, and how great it may be. */
type Range = [above: number, most: number];

/** In units of the data. */
const amount: Range = [0, Number.MAX_VALUE];

/** No fit ends at a greater one, of which sums over purchases would not end either. */
const shape: Range = [0, 1e6];

/** At q of 1 the mean spend of all customers is infinite. */
const parametersOf: Record<Model['format'], Readonly<Record<string, Range>>> = {
  'clv-bg-nbd': { r: shape, alpha: amount, a: shape, b: shape },
  'clv-pareto-nbd': { r: shape, alpha: amount, s: shape, beta: amount },
  'clv-gamma-gamma': { p: amount, q: [1, Number.MAX_VALUE], v: amount },
  'clv-shifted-beta-geometric': { alpha: amount, beta: amount },
};

/**
 * Passes a fitted model of how often customers buy.
 *
 * @throws ClvError `INVALID_MODEL`, with the path of what is wrong.
 */
export function assertPurchaseModel(model: PurchaseModel): void {
  assertModel(model, ['clv-bg-nbd', 'clv-pareto-nbd']);
}

/**
 * Passes a fitted BG/NBD model, where what is asked is not known of any other.
 *
 * @throws ClvError `INVALID_MODEL`, with the path of what is wrong.
 */
export function assertBgNbdModel(model: BgNbdModel): void {
  assertModel(model, ['clv-bg-nbd']);
}

/**
 * Passes a fitted model of how much they spend.
 *
 * @throws ClvError `INVALID_MODEL`, with the path of what is wrong.
 */
export function assertSpendModel(model: GammaGammaModel): void {
  assertModel(model, ['clv-gamma-gamma']);
}

/**
 * Passes a fitted model of how a cohort melts.
 *
 * @throws ClvError `INVALID_MODEL`, with the path of what is wrong.
 */
export function assertCohortModel(model: ShiftedBetaGeometricModel): void {
  assertModel(model, ['clv-shifted-beta-geometric']);
}

function assertModel(model: Model, formats: readonly Model['format'][]): void {
  const { format, version, parameters } = model ?? {};
  if (!formats.includes(format)) refuse('format', `must be ${formats.join(' or ')}: ${String(format)}`);
  if (version !== 1) refuse('version', `must be 1: ${String(version)}`);
  const values = new Map<string, unknown>(Object.entries(parameters ?? {}));
  for (const [name, [above, most]] of Object.entries(parametersOf[format])) {
    const value = values.get(name);
    if (typeof value === 'number' && value > above && value <= most) continue;
    const atMost = most === Number.MAX_VALUE ? '' : `, at most ${most}`;
    refuse(`parameters.${name}`, `must be a number above ${above}${atMost}: ${String(value)}`);
  }
}

function refuse(path: string, fault: string): never {
  throw new ClvError('INVALID_MODEL', `${path} ${fault}`, { path });
}
