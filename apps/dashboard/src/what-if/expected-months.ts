import type { SurvivalModel } from '@clv/churn';
import { discountedMonths } from '@clv/value';
import { constantHazardOf, type StayTerms } from './constant-hazard.js';
import { monthsByTenure, type TenureCurves } from './months-by-tenure.js';

/** Each is 8 MB of a million customers. */
const mostKept = 3;

/** How long customers were expected to go on paying, by a run. */
export interface ExpectedMonthsInputs {
  pChurn: Float64Array;
  /** Over the run's own horizon. */
  clv: Float64Array;
  margin: Float64Array;
  /** How long customers stay by their tenure in months, of a run that tells; both or neither. */
  survival?: SurvivalModel;
  tenure?: Float64Array;
  windowMonths: number;
  horizonMonths: number;
  annualDiscountRate: number;
}

/**
 * The discounted months that customers who stay go on paying, on any terms. A run's own months are `clv / margin`; other
 * terms follow its survival by tenure, or of a run that does not tell it the constant hazard that comes to these months, as
 * the probability of leaving need not say how long one stays.
 */
export class ExpectedMonths {
  private readonly run: StayTerms & { pChurn: Float64Array };
  private readonly own: Float64Array;
  private readonly byTenure?: TenureCurves;
  /** What the run is known to have counted, by months. */
  private readonly counted = new Map<number, Float64Array>();
  private hazard?: Float64Array;
  private readonly known = new Map<string, Float64Array>();

  constructor(inputs: ExpectedMonthsInputs) {
    const { clv, margin, pChurn, survival, tenure } = inputs;
    const { windowMonths, horizonMonths, annualDiscountRate } = inputs;
    this.run = { pChurn, windowMonths, horizonMonths, annualDiscountRate };
    this.byTenure = survival && tenure && { survival, tenure, pChurn };
    this.own = clv.map((value, i) => value / margin[i]);
    // A margin of 0 tells nothing, and the probability of leaving has to.
    if (!this.own.every(Number.isFinite)) {
      const expected = this.byProbability(horizonMonths, annualDiscountRate);
      this.own = this.own.map((months, i) => (Number.isFinite(months) ? months : expected[i]));
    }
    this.counted.set(horizonMonths, this.own);
  }

  /** Takes what the run is told to have counted of so many months, where that can be. */
  know(months: number, told: Float64Array): void {
    if (this.counted.has(months)) return;
    const canBe = (value: number) => value >= 0 && value <= months;
    if (told.every(canBe)) this.counted.set(months, told);
    else {
      const otherwise = this.within(months, this.run.annualDiscountRate);
      this.counted.set(
        months,
        told.map((value, i) => (canBe(value) ? value : otherwise[i])),
      );
    }
  }

  /** Kept, as a slider comes by the same terms again and again. */
  within(months: number, annualDiscountRate: number): Float64Array {
    const counted = annualDiscountRate === this.run.annualDiscountRate && this.counted.get(months);
    if (counted) return counted;
    const key = `${months} ${annualDiscountRate}`;
    const known = this.known.get(key);
    if (known) return known;
    const expected = this.byTenure
      ? this.byProbability(months, annualDiscountRate)
      : this.byHazard((this.hazard ??= constantHazardOf(this.own, this.run)), months, annualDiscountRate);
    if (this.known.size >= mostKept) this.known.clear();
    this.known.set(key, expected);
    return expected;
  }

  /** Gives back what is kept; it is calculated again when it is asked for. */
  forget(): void {
    this.known.clear();
  }

  private byProbability(months: number, annualDiscountRate: number): Float64Array {
    return this.byTenure
      ? monthsByTenure(this.byTenure, { ...this.run, horizonMonths: months, annualDiscountRate })
      : this.byHazard(this.run.pChurn, months, annualDiscountRate);
  }

  private byHazard(churnProbability: Float64Array, months: number, annualDiscountRate: number): Float64Array {
    return discountedMonths({
      churnProbability,
      windowMonths: this.run.windowMonths,
      months,
      annualDiscountRate,
    });
  }
}
