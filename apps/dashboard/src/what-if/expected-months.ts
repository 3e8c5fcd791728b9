import { discountedMonths } from '@clv/value';

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
 * terms follow the constant hazard, stretched beyond the window so that the run's own come out as they were.
 */
export class ExpectedMonths {
  private readonly pChurn: Float64Array;
  private readonly windowMonths: number;
  private readonly stretch: Float64Array;
  private readonly known = new Map<string, Float64Array>();

  constructor(inputs: ExpectedMonthsInputs) {
    const { clv, margin, pChurn, windowMonths, horizonMonths, annualDiscountRate } = inputs;
    this.pChurn = pChurn;
    this.windowMonths = windowMonths;
    const constant = this.constantHazard(horizonMonths, annualDiscountRate);
    const certain = this.certain(horizonMonths, annualDiscountRate);
    this.stretch = constant.map((months, i) => {
      const stretch = (clv[i] / margin[i] - certain) / (months - certain);
      return Number.isFinite(stretch) && stretch > 0 ? stretch : 1;
    });
  }

  /** Kept, as a slider comes by the same terms again and again. */
  within(months: number, annualDiscountRate: number): Float64Array {
    const key = `${months} ${annualDiscountRate}`;
    const known = this.known.get(key);
    if (known) return known;
    const certain = this.certain(months, annualDiscountRate);
    const expected = this.constantHazard(months, annualDiscountRate).map(
      (constant, i) => certain + (constant - certain) * this.stretch[i],
    );
    if (this.known.size >= mostKept) this.known.clear();
    this.known.set(key, expected);
    return expected;
  }

  /** Gives back what is kept; it is calculated again when it is asked for. */
  forget(): void {
    this.known.clear();
  }

  private constantHazard(months: number, annualDiscountRate: number): Float64Array {
    const { pChurn, windowMonths } = this;
    return discountedMonths({ churnProbability: pChurn, windowMonths, months, annualDiscountRate });
  }

  /** Of the window, in which everyone is taken to stay: all that is left of one who is sure to leave. */
  private certain(months: number, annualDiscountRate: number): number {
    const { windowMonths } = this;
    return discountedMonths({ churnProbability: [1], windowMonths, months, annualDiscountRate })[0];
  }
}
