import { randomSource, type RandomSource } from '@clv/contracts';
import { predictGbdt } from '@clv/gbdt';
import type { GrowControl, TreeEngine, TreeParams } from '../engine/tree-engine.js';
import { logLoss } from '../metrics/probability-loss.js';
import { scoreLadder } from '../metrics/score-ladder.js';
import { shuffle } from '../rows/select-rows.js';
import { stream } from '../rows/streams.js';
import { type SomeExamples, copyExamples, selectExamples, setApart } from './set-apart.js';

/** Of the candidates at each stage a third goes on, with three times the customers. */
const factor = 3;

/** Fewer customers than these tell nothing of candidates. */
const fewest = 500;

type Params = Required<TreeParams>;

/**
 * Looks for better parameters by random search with successive halving (Jamieson and Talwalkar 2016): many candidates on
 * few customers, the best of them on more, judged by the log-loss of customers set apart. The parameters it is given are
 * the first candidate.
 */
export async function tuneParams(
  engine: TreeEngine,
  { customers, rows }: SomeExamples,
  start: Params,
  candidates: number,
  control: GrowControl,
): Promise<Params> {
  const random = randomSource(control.seed, stream.candidates);
  const apart = setApart(customers.labels, rows, control.seed);
  const watchers = copyExamples(customers, apart.watchers);
  const order = apart.learners;
  shuffle(order, random);
  let left = [start, ...Array.from({ length: candidates - 1 }, () => drawParams(start, random))];
  let stage = Math.ceil(Math.log(left.length) / Math.log(factor));
  for (; left.length > 1; stage--) {
    const count = Math.max(Math.min(fewest, order.length), Math.round(order.length / factor ** (stage - 1)));
    const some = selectExamples(customers, order.slice(0, count).sort());
    const judged: { params: Params; loss: number }[] = [];
    for (const params of left) {
      const { trees } = await engine.grow(some, params, { ...control, watchers });
      const probabilities = await predictGbdt(trees, watchers.matrix);
      judged.push({ params, loss: logLoss(scoreLadder(watchers.labels, probabilities)) });
    }
    judged.sort((a, b) => a.loss - b.loss);
    left = judged.slice(0, Math.ceil(left.length / factor)).map(({ params }) => params);
  }
  return left[0];
}

function drawParams(start: Params, random: RandomSource): Params {
  const even = (low: number, high: number) => low + (high - low) * random();
  const byFactors = (low: number, high: number) => low * (high / low) ** random();
  return {
    ...start,
    maxDepth: Math.floor(even(2, 7)),
    eta: byFactors(0.03, 0.3),
    minChildWeight: byFactors(1, 50),
    subsample: even(0.5, 1),
    colsampleBytree: even(0.2, 1),
    lambda: byFactors(0.1, 10),
  };
}
