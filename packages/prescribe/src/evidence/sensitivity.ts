import { checkArgument, checkOptionNames, shapes, type OptionNames } from '@clv/contracts';
import { anObject } from '../argument-shapes.js';
import { checkColumnNames } from '../check-column-names.js';
import { checkFraction } from '../check-fraction.js';
import { sumOfChoice } from '../budget/exact-sum.js';
import type { CheckedOffer, Offer } from '../offers/offer.js';
import { prescribe } from '../policy/prescribe.js';
import { startWhatIf } from '../policy/start-what-if.js';
import { whatIf } from '../policy/what-if.js';
import { prescribeOptionNames, type PrescribeOptions } from '../policy/prescription.js';
import type { ExpectedValues } from '../value/expected-values.js';
import { inputNames, responseOf, type CustomerInputs } from '../value/inputs.js';

/** Another state of the world: the columns that differ there, and the offers if they do (the same ids). */
export interface World extends Partial<CustomerInputs> {
  offers?: readonly Offer[];
}

/** Something that was assumed, and how it might be otherwise. */
export interface Factor {
  /** `lift`, `margin`, `cost`, `risk`, or the caller's own, such as `horizon`. */
  name: string;
  low: World;
  high: World;
}

/** How far each assumption is moved. */
export interface SensitivityOptions extends PrescribeOptions {
  /** How far lift, margin, cost and risk are moved down and up (default .2: 20%). */
  swing?: number;
  /** Further factors, whose columns only the caller can make, such as `clv` and `billedMonths` of another horizon or discount rate. */
  factors?: readonly Factor[];
}

const optionNames: OptionNames<SensitivityOptions> = { ...prescribeOptionNames, swing: true, factors: true };

/** What the net gain is when one assumption is otherwise. */
export interface Swing {
  name: string;
  /** The gain of the policy as it was chosen. */
  low: number;
  high: number;
  /** The gain of the policy that one would choose had one known. */
  replannedLow: number;
  replannedHigh: number;
}

/** How much of an offer's assumed effect must be true for it to pay. */
export interface BreakEven {
  offer: string;
  /** Over the customers who are recommended it: the share of the assumed effect at which it gains nothing; NaN where nobody is. */
  share: number;
  /** That share times the stated lift; only where the offer's answer is its lift. */
  lift?: number;
}

/** What the net gain depends on. */
export interface Sensitivity {
  /** The net gain as assumed. */
  gain: number;
  /** A tornado: the factor that moves the gain of the chosen policy most comes first. */
  swings: Swing[];
  breakEven: BreakEven[];
}

const factorsShape = shapes.listOf(shapes.record({ name: shapes.text, low: anObject, high: anObject }));

/**
 * What the net gain depends on: one assumption at a time is moved, and the policy judged again, first as it was chosen,
 * then chosen again.
 *
 * @throws {InvalidOptionError} for a swing outside (0, 1), or an option that there is not; {InvalidInputError} as `prescribe`.
 */
export function sensitivity(inputs: CustomerInputs, options: SensitivityOptions = {}): Sensitivity {
  checkOptionNames(options, optionNames);
  const { swing = 0.2, factors = [], ...terms } = options;
  checkArgument('factors', factors, factorsShape);
  for (const { name, low, high } of factors)
    for (const world of [low, high]) checkColumnNames(`factors: ${name}`, world, [...inputNames, 'offers']);
  checkFraction('swing', swing);
  const { values, choice, gain } = prescribe(inputs, terms);
  const columns = asColumns(inputs, values);
  const { offers } = values;
  const state = startWhatIf(columns.inputs, { ...terms, offers: columns.offers });
  const judge = ({ offers: otherOffers = columns.offers, ...otherColumns }: World) => {
    const replanned = whatIf(state, {
      inputs: { ...columns.inputs, ...otherColumns },
      offers: otherOffers,
    });
    return { held: sumOfChoice(replanned.values.gain, choice, offers.length), replanned: replanned.gain };
  };
  const swings = [...ownFactors(columns, swing), ...factors].map(({ name, low, high }): Swing => {
    const [below, above] = [judge(low), judge(high)];
    return {
      name,
      low: below.held,
      high: above.held,
      replannedLow: below.replanned,
      replannedHigh: above.replanned,
    };
  });
  const width = ({ low, high }: Swing) =>
    Math.max(Math.abs(low - gain), Math.abs(high - gain), Math.abs(high - low));
  return {
    gain,
    swings: swings.sort((one, other) => width(other) - width(one)),
    breakEven: offers.slice(1).map((_, a) => breakEvenOf(inputs, values, choice, a + 1)),
  };
}

/** The same world with every answer and every billed month as columns, so that each can be moved by itself. */
function asColumns(inputs: CustomerInputs, { offers, customers, pStay }: ExpectedValues) {
  const width = offers.length;
  const effect = new Float64Array(pStay.length);
  const billedMonths = inputs.billedMonths ?? new Float64Array(pStay.length);
  for (let i = 0; i < customers; i++)
    for (let a = 1; a < width; a++) {
      const at = i * width + a;
      effect[at] = pStay[at] - pStay[i * width];
      if (!inputs.billedMonths) billedMonths[at] = offers[a].months;
    }
  const answered = offers.map((offer): CheckedOffer =>
    offer.id === 'none' ? offer : { ...offer, response: 'uplift' },
  );
  return { inputs: { ...inputs, effect, billedMonths }, offers: answered };
}

type Columns = ReturnType<typeof asColumns>;

/** The factors that every case has. */
function ownFactors({ inputs, offers }: Columns, swing: number): Factor[] {
  const { effect, clv, billedMonths } = inputs;
  const worlds: [string, (factor: number) => World][] = [
    ['lift', (factor) => ({ effect: effect.map((value) => Math.max(-1, Math.min(1, factor * value))) })],
    ['margin', (factor) => ({ clv: Float64Array.from(clv, (value) => factor * value) })],
    [
      'cost',
      (factor) => ({
        billedMonths: billedMonths.map((months) => factor * months),
        offers: offers.map((offer) => ({ ...offer, cost: factor * offer.cost })),
      }),
    ],
    ['risk', (factor) => riskTimes(inputs, offers.length, factor)],
  ];
  return worlds.map(([name, worldAt]) => ({ name, low: worldAt(1 - swing), high: worldAt(1 + swing) }));
}

/** Another risk, of which offers win back the same share. */
function riskTimes({ pChurn, effect }: Columns['inputs'], offers: number, factor: number): World {
  const risk = Float64Array.from(pChurn, (p) => Math.min(1, factor * p));
  return {
    pChurn: risk,
    effect: effect.map((value, at) => {
      const before = pChurn[Math.floor(at / offers)];
      return before > 0 ? Math.max(-1, (value * risk[Math.floor(at / offers)]) / before) : value;
    }),
  };
}

/**
 * With a share f of the effect e an offer gains `f e (clv - d) - cost of those who stay anyway`, d being the discount
 * paid to one who stays: a straight line in f, whose zero is the break-even.
 */
function breakEvenOf(
  inputs: CustomerInputs,
  values: ExpectedValues,
  choice: Int32Array,
  a: number,
): BreakEven {
  const { offers, pStay, cost } = values;
  const { id, cost: contact, lift } = offers[a];
  const width = offers.length;
  let needed = 0;
  let won = 0;
  for (let i = 0; i < choice.length; i++) {
    if (choice[i] !== a) continue;
    const at = i * width + a;
    const paid = pStay[at] > 0 ? (cost[at] - contact) / pStay[at] : 0;
    needed += contact + pStay[i * width] * paid;
    won += (pStay[at] - pStay[i * width]) * (inputs.clv[i] - paid);
  }
  const share = needed / won;
  if (responseOf(offers[a], inputs) !== 'sensitivity') return { offer: id, share };
  return { offer: id, share, lift: share * lift };
}
