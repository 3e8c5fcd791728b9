import { checkOptionNames, InvalidInputError, type Fault } from '@clv/contracts';

/** How a customer responds to an offer: worth it, stays anyway, leaves anyway, or driven off by it. */
export type ResponseGroup = 'persuadable' | 'sure thing' | 'lost cause' | 'sleeping dog';

/** The effects, and the costs that make an effect worth having. */
export interface ResponseOptions {
  /** Per customer: the offer's effect on the chance of the good outcome, in [-1, 1]. */
  effect: ArrayLike<number>;
  /** Per customer: that chance without the offer, in [0, 1]. */
  baseline: ArrayLike<number>;
  /** What the offer costs, per customer or for each alike. */
  cost: number | ArrayLike<number>;
  /** What the good outcome is worth, per customer or for each alike. */
  value: number | ArrayLike<number>;
}

/**
 * Names how each customer responds. An effect above cost / value pays for its offer: such customers are persuadable; those with
 * an effect as far below 0 are sleeping dogs. Between the two the offer changes too little, and the customer is a sure thing if
 * the good outcome is likelier than not without it, else a lost cause.
 *
 * @throws InvalidInputError naming every row that is not a number, or where a cost or a value is below 0; InvalidOptionError
 *   for an unknown option.
 */
export function responseGroups(options: ResponseOptions): ResponseGroup[] {
  checkOptionNames(options, { effect: true, baseline: true, cost: true, value: true });
  const { effect, baseline, cost, value } = options;
  const at = (of: number | ArrayLike<number>, i: number) => (typeof of === 'number' ? of : of[i]);
  const faults: Fault[] = [];
  const groups = Array.from(effect, (change, i): ResponseGroup => {
    const numbers = { effect: change, baseline: baseline[i], cost: at(cost, i), value: at(value, i) };
    for (const [column, number] of Object.entries(numbers)) {
      if (Number.isFinite(number) && (column === 'effect' || number >= 0)) continue;
      const message = `row ${i + 1}, ${column}: must be a number${column === 'effect' ? '' : ' of at least 0'}: ${number}`;
      faults.push({ rule: 'not-a-number', message, column, row: i + 1, value: number });
    }
    if (change * numbers.value > numbers.cost) return 'persuadable';
    if (change < 0 && -change * numbers.value >= numbers.cost) return 'sleeping dog';
    return numbers.baseline >= 0.5 ? 'sure thing' : 'lost cause';
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
  return groups;
}
