import { discountedMonths } from '@clv/value';
import { constantHazardOf } from './constant-hazard.js';

/** Each is 8 MB of a million customers. */
const mostKept = 3;

/** How long customers were expected to go on paying, by a run. */
export interface ExpectedMonthsInputs {
  pChurn: Float64Array;
  /** Over the run's own horizon. */
  clv: Float64Array;
  margin: Float64Array;
  windowMonths: number;
  horizonMonths: number;
  annualDiscountRate: number;
}

/**
 * The discounted months that customers who stay go on paying, on any terms. A run's own months are `clv / margin`; other
 * terms follow the constant hazard that comes to these, as a run's probability of leaving need not say how long one stays.
 */
export class ExpectedMonths {
  private readonly pChurn: Float64Array;
  private readonly windowMonths: number;
  private readonly horizonMonths: number;
  private readonly annualDiscountRate: number;
  private readonly own: Float64Array;
  /** What the run is known to have counted, by months. */
  private readonly counted = new Map<number, Float64Array>();
  private hazard?: Float64Array;
  private readonly known = new Map<string, Float64Array>();

  constructor(inputs: ExpectedMonthsInputs) {
    const { clv, margin, pChurn, windowMonths, horizonMonths, annualDiscountRate } = inputs;
    this.pChurn = pChurn;
    this.windowMonths = windowMonths;
    this.horizonMonths = horizonMonths;
    this.annualDiscountRate = annualDiscountRate;
    this.own = clv.map((value, i) => value / margin[i]);
    // A margin of 0 tells nothing, and the probability of leaving has to.
    if (!this.own.every(Number.isFinite)) {
      const constant = this.byHazard(pChurn, horizonMonths, annualDiscountRate);
      this.own = this.own.map((months, i) => (Number.isFinite(months) ? months : constant[i]));
    }
    this.counted.set(horizonMonths, this.own);
  }

  /** Takes what the run is told to have counted of so many months, where that can be. */
  know(months: number, told: Float64Array): void {
    if (this.counted.has(months)) return;
    const canBe = (value: number) => value >= 0 && value <= months;
    if (told.every(canBe)) this.counted.set(months, told);
    else {
      const otherwise = this.within(months, this.annualDiscountRate);
      this.counted.set(
        months,
        told.map((value, i) => (canBe(value) ? value : otherwise[i])),
      );
    }
  }

  /** Kept, as a slider comes by the same terms again and again. */
  within(months: number, annualDiscountRate: number): Float64Array {
    const counted = annualDiscountRate === this.annualDiscountRate && this.counted.get(months);
    if (counted) return counted;
    const key = `${months} ${annualDiscountRate}`;
    const known = this.known.get(key);
    if (known) return known;
    const { pChurn, windowMonths, horizonMonths } = this;
    const run = { pChurn, windowMonths, horizonMonths, annualDiscountRate: this.annualDiscountRate };
    this.hazard ??= constantHazardOf(this.own, run);
    const expected = this.byHazard(this.hazard, months, annualDiscountRate);
    if (this.known.size >= mostKept) this.known.clear();
    this.known.set(key, expected);
    return expected;
  }

  /** Gives back what is kept; it is calculated again when it is asked for. */
  forget(): void {
    this.known.clear();
  }

  private byHazard(churnProbability: Float64Array, months: number, annualDiscountRate: number): Float64Array {
    return discountedMonths({
      churnProbability,
      windowMonths: this.windowMonths,
      months,
      annualDiscountRate,
    });
  }
}
