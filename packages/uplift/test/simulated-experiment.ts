import { randomSource } from '@clv/contracts';
import { randomNormal } from 'd3-random';

export const features = ['x0', 'x1', 'x2', 'x3', 'x4', 'x5'] as const;

interface Design {
  customers: number;
  seed: number;
  /** Whether who gets the offer depends on features that the outcome depends on. */
  confounded?: boolean;
  /** How large the effects are (default 1); 0 plants none. */
  strength?: number;
}

/** An experiment of one offer whose effects are known: they depend on x1 and x2, the outcome on x0 and x2. */
export function simulateExperiment({ customers, seed, confounded = false, strength = 1 }: Design) {
  const next = randomSource(seed);
  const normal = randomNormal.source(next)();
  const column = () => new Float64Array(customers);
  const x = { x0: column(), x1: column(), x2: column(), x3: column(), x4: column(), x5: column() };
  const [outcome, propensity, effect] = [column(), column(), column()];
  const offer = new Array<string>(customers);
  for (let i = 0; i < customers; i++) {
    const [x0, x1, x2] = features.map((name) => (x[name][i] = normal()));
    const without = logistic(0.3 + 0.7 * x0 - 0.5 * x2);
    const change = strength * (0.12 * Math.tanh(1.2 * x1) + (x2 > 0.3 ? 0.06 : -0.06));
    const withOffer = Math.min(0.99, Math.max(0.01, without + change));
    effect[i] = withOffer - without;
    const chance = confounded ? logistic(0.6 * x0 - 0.5 * x1) : 0.5;
    const offered = next() < chance;
    offer[i] = offered ? 'discount' : 'none';
    propensity[i] = offered ? chance : 1 - chance;
    outcome[i] = +(next() < (offered ? withOffer : without));
  }
  return { table: { ...x, offer, outcome, propensity }, effect };
}

const logistic = (z: number) => 1 / (1 + Math.exp(-z));
