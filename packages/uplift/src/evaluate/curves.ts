import type { Ranking } from './ranking.js';

/** Points from (0, 0): how many customers are offered, and what is gained by it. */
export interface Curve {
  customers: number[];
  gain: number[];
}

/** What is gained when the first `offered + rest` customers are offered, from sums over them. */
type Gain = (offered: number, rest: number, outcomeOffered: number, outcomeRest: number) => number;

/** More outcomes among the offered than the others would have had, were they as many (Radcliffe 2007). */
const qiniGain: Gain = (offered, rest, outcomeOffered, outcomeRest) =>
  outcomeOffered - (rest > 0 ? (outcomeRest * offered) / rest : 0);

/** The difference of mean outcomes, times customers (Rzepakowski and Jaroszewicz 2012). */
const upliftGain: Gain = (offered, rest, outcomeOffered, outcomeRest) =>
  ((offered > 0 ? outcomeOffered / offered : 0) - (rest > 0 ? outcomeRest / rest : 0)) * (offered + rest);

/** `weight` counts each customer so many times (default once); a bootstrap sample is a weight. */
export const qiniCurve = (ranking: Ranking, weight?: Float64Array) => curveOf(ranking, qiniGain, weight);
export const upliftCurve = (ranking: Ranking, weight?: Float64Array) => curveOf(ranking, upliftGain, weight);

function curveOf({ outcome, treated, cuts }: Ranking, gainOf: Gain, weight?: Float64Array): Curve {
  const customers = [0];
  const gain = [0];
  let [offered, rest, outcomeOffered, outcomeRest] = [0, 0, 0, 0];
  let from = 0;
  for (const end of cuts) {
    for (let i = from; i < end; i++) {
      const each = weight ? weight[i] : 1;
      if (treated[i]) {
        offered += each;
        outcomeOffered += each * outcome[i];
      } else {
        rest += each;
        outcomeRest += each * outcome[i];
      }
    }
    from = end;
    customers.push(offered + rest);
    gain.push(gainOf(offered, rest, outcomeOffered, outcomeRest));
  }
  return { customers, gain };
}

/**
 * The area between a curve and the random line, which is straight from (0, 0) to the curve's end: what offering customers
 * in random order gains on average, exactly.
 */
export function areaAboveRandom({ customers, gain }: Curve): number {
  let area = 0;
  for (let k = 1; k < customers.length; k++) {
    area += ((customers[k] - customers[k - 1]) * (gain[k] + gain[k - 1])) / 2;
  }
  return area - (customers.at(-1)! * gain.at(-1)!) / 2;
}

/**
 * Between what the Qini curve lies at each of its points, pointwise: the standard error is that of the difference of means
 * among the customers offered so far, times how many of them got the offer.
 */
export function qiniBand({ outcome, treated, cuts }: Ranking, gain: readonly number[], z: number) {
  const arms = [0, 1].map(() => ({ count: 0, sum: 0, squares: 0 }));
  const [rest, offered] = arms;
  const band = { low: [0], high: [0] };
  let from = 0;
  cuts.forEach((end, k) => {
    for (; from < end; from++) {
      const arm = treated[from] ? offered : rest;
      arm.count++;
      arm.sum += outcome[from];
      arm.squares += outcome[from] ** 2;
    }
    const reach = z * offered.count * Math.sqrt(varianceOfMean(offered) + varianceOfMean(rest));
    band.low.push(gain[k + 1] - reach);
    band.high.push(gain[k + 1] + reach);
  });
  return band;
}

function varianceOfMean({ count, sum, squares }: { count: number; sum: number; squares: number }): number {
  if (count === 0) return 0;
  return Math.max(0, squares - sum ** 2 / count) / Math.max(1, count - 1) / count;
}
