import type { Purchase, Step } from './purchase.js';

/**
 * Buys what the money still pays for among the candidates, the greatest return first. The one that first does not fit is, with its
 * affordable fraction, the linear programme's optimum.
 *
 * @param limit the money with what sums may be off.
 * @returns what those get who buy; the optimum is undefined, and the shadow price 0, where all candidates fit.
 */
export function buyCandidates({ spent, gained, candidates }: Purchase, money: number, limit: number) {
  candidates.sort(
    (one, other) =>
      other.marginalReturn - one.marginalReturn ||
      one.customer - other.customer ||
      one.offered.cost - other.offered.cost,
  );
  let optimum: number | undefined;
  let shadowPrice = 0;
  const held = new Map<number, Step>();
  for (const { customer, bought, offered, marginalReturn } of candidates) {
    const before = held.get(customer) ?? bought;
    const extraCost = offered.cost - before.cost;
    const extraGain = offered.gain - before.gain;
    if (spent.value + extraCost <= limit) {
      spent.add(extraCost);
      gained.add(extraGain);
      held.set(customer, offered);
    } else if (optimum === undefined) {
      optimum = gained.value + (extraGain * (money - spent.value)) / extraCost;
      shadowPrice = marginalReturn;
    }
  }
  return {
    exceptions: new Map(Array.from(held, ([customer, { offer }]) => [customer, offer])),
    optimum,
    shadowPrice,
  };
}
