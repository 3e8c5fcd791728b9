import { ClvError } from '@clv/contracts';
import type { GammaGammaModel, PurchaseModel } from './purchase-model.js';

type Model = PurchaseModel | GammaGammaModel;

const parametersOf: Record<Model['format'], readonly string[]> = {
  'clv-bg-nbd': ['r', 'alpha', 'a', 'b'],
  'clv-pareto-nbd': ['r', 'alpha', 's', 'beta'],
  'clv-gamma-gamma': ['p', 'q', 'v'],
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
 * Passes a fitted model of how much they spend.
 *
 * @throws ClvError `INVALID_MODEL`, with the path of what is wrong.
 */
export function assertSpendModel(model: GammaGammaModel): void {
  assertModel(model, ['clv-gamma-gamma']);
}

function assertModel(model: Model, formats: readonly Model['format'][]): void {
  const { format, version, parameters } = model ?? {};
  if (!formats.includes(format)) refuse('format', `must be ${formats.join(' or ')}: ${format}`);
  if (version !== 1) refuse('version', `must be 1: ${version}`);
  const values = new Map<string, unknown>(Object.entries(parameters ?? {}));
  for (const name of parametersOf[format]) {
    const value = values.get(name);
    if (typeof value === 'number' && value > 0 && value < Infinity) continue;
    refuse(`parameters.${name}`, `must be a number above 0: ${String(value)}`);
  }
}

function refuse(path: string, fault: string): never {
  throw new ClvError('INVALID_MODEL', `${path} ${fault}`, { path });
}
