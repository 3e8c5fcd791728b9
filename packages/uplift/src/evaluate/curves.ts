import type { ArmDifference, Estimate } from '@clv/contracts';
import { add, differenceOf, emptyArm } from './arm-sums.js';
import type { Ranking } from './ranking.js';

/** Points from (0, 0): how many customers are offered, and what is gained by it. */
export interface Curve {
  customers: number[];
  gain: number[];
}

/** What is gained when the first `customers` are offered, from sums over them. */
type Gain = (
  offered: number,
  rest: number,
  outcomeOffered: number,
  outcomeRest: number,
  customers: number,
) => number;

/** More outcomes among the offered than the others would have had, were they as many (Radcliffe 2007). */
const qiniGain: Gain = (offered, rest, outcomeOffered, outcomeRest) =>
  outcomeOffered - (rest > 0 ? (outcomeRest * offered) / rest : 0);

/** The difference of mean outcomes, times customers (Rzepakowski and Jaroszewicz 2012). */
const upliftGain: Gain = (offered, rest, outcomeOffered, outcomeRest, customers) =>
  ((offered > 0 ? outcomeOffered / offered : 0) - (rest > 0 ? outcomeRest / rest : 0)) * customers;

/** `times` is how often each customer is there (default once), as in a bootstrap sample. */
export const qiniCurve = (ranking: Ranking, times?: Float64Array) => curveOf(ranking, qiniGain, times);
export const upliftCurve = (ranking: Ranking, times?: Float64Array) => curveOf(ranking, upliftGain, times);

function curveOf({ outcome, treated, weight, cuts }: Ranking, gainOf: Gain, times?: Float64Array): Curve {
  const customers = [0];
  const gain = [0];
  let [offered, rest, outcomeOffered, outcomeRest, there] = [0, 0, 0, 0, 0];
  let from = 0;
  for (const end of cuts) {
    for (let i = from; i < end; i++) {
      const often = times ? times[i] : 1;
      const each = often * weight[i];
      there += often;
      if (treated[i]) {
        offered += each;
        outcomeOffered += each * outcome[i];
      } else {
        rest += each;
        outcomeRest += each * outcome[i];
      }
    }
    from = end;
    customers.push(there);
    gain.push(gainOf(offered, rest, outcomeOffered, outcomeRest, there));
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
 * Between what the Qini curve lies at each of its points, pointwise: as far off as the difference of means among the customers offered
 * so far can be, times how many of them got the offer. Where nobody of an arm has come yet it is the curve itself.
 */
export function qiniBand(
  { outcome, treated, weight, cuts }: Ranking,
  gain: readonly number[],
  intervalOf: (difference: ArmDifference) => Estimate,
) {
  const [rest, offered] = [emptyArm(), emptyArm()];
  const band = { low: [0], high: [0] };
  let from = 0;
  cuts.forEach((end, k) => {
    for (; from < end; from++) add(treated[from] ? offered : rest, outcome[from], weight[from]);
    const isCompared = rest.count > 0 && offered.count > 0;
    const { value, low, high } = isCompared
      ? intervalOf(differenceOf(rest, offered))
      : { value: 0, low: 0, high: 0 };
    band.low.push(gain[k + 1] - offered.weight * (value - low));
    band.high.push(gain[k + 1] + offered.weight * (high - value));
  });
  return band;
}
