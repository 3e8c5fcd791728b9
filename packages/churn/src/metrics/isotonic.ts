/** A run of neighbouring values that share one mean. */
export interface IsotonicBlock {
  /** Where it begins and ends (not included) among the values. */
  start: number;
  end: number;
  weight: number;
  mean: number;
}

/** The rising steps nearest to weighted means, in least squares (pool adjacent violators). */
export function isotonicBlocks(sums: ArrayLike<number>, weights: ArrayLike<number>): IsotonicBlock[] {
  const blocks: IsotonicBlock[] = [];
  for (let i = 0; i < sums.length; i++) {
    let block = { start: i, end: i + 1, weight: weights[i], mean: sums[i] / weights[i] };
    for (let last = blocks.at(-1); last && last.mean >= block.mean; last = blocks.at(-1)) {
      blocks.pop();
      const weight = last.weight + block.weight;
      const mean = (last.mean * last.weight + block.mean * block.weight) / weight;
      block = { start: last.start, end: block.end, weight, mean };
    }
    blocks.push(block);
  }
  return blocks;
}
