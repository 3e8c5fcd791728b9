/** A held-out experiment of one offer against none, customers in the order in which they would be offered it. */
export interface Ranking {
  outcome: Float64Array;
  /** 1 where the customer got the offer. */
  treated: Uint8Array;
  /** How much the customer counts; 1 on average in either arm. */
  weight: Float64Array;
  /** Where a run of equal effects ends: only there is a cut between customers possible. */
  cuts: Int32Array;
}

/** @param lot of each customer, by which those of equal effect are put in order (default: as they stand in the log). */
export function rankBy(
  effect: ArrayLike<number>,
  outcome: ArrayLike<number>,
  treated: ArrayLike<number | boolean>,
  weight: ArrayLike<number> = new Float64Array(effect.length).fill(1),
  lot?: ArrayLike<number>,
) {
  const order = Uint32Array.from({ length: effect.length }, (_, i) => i).sort(
    (a, b) => effect[b] - effect[a] || (lot ? lot[a] - lot[b] : 0) || a - b,
  );
  return { order, ranking: inOrder(order, effect, outcome, treated, weight) };
}

function inOrder(
  order: Uint32Array,
  effect: ArrayLike<number>,
  outcome: ArrayLike<number>,
  treated: ArrayLike<number | boolean>,
  weight: ArrayLike<number>,
): Ranking {
  const n = order.length;
  const cuts = Int32Array.from(order, (_, i) => i + 1).filter(
    (end) => end === n || effect[order[end - 1]] !== effect[order[end]],
  );
  return {
    outcome: Float64Array.from(order, (i) => outcome[i]),
    treated: Uint8Array.from(order, (i) => +treated[i]),
    weight: Float64Array.from(order, (i) => weight[i]),
    cuts,
  };
}
