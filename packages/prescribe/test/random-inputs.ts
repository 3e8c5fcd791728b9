import { randomSource } from '@clv/contracts';

/** Customers drawn from a seed: most stay, few are worth much. */
export function randomInputs(customers: number, seed: number) {
  const next = randomSource(seed);
  const column = (draw: () => number) => Float64Array.from({ length: customers }, draw);
  return {
    pChurn: column(() => next() ** 2),
    clv: column(() => 100 + 2000 * next()),
    price: column(() => 10 + 100 * next()),
    sensitivity: column(next),
  };
}
