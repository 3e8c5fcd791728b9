import { checkOptions, InvalidInputError, shapes, type Fault, type OptionShapes } from '@clv/contracts';

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

const { either, finite, numbers } = shapes;
const amount = either('a number, or one a customer', finite, numbers);
const optionShapes: OptionShapes<ResponseOptions> = {
  effect: numbers,
  baseline: numbers,
  cost: amount,
  value: amount,
};

/**
 * Names how each customer responds. An effect above cost / value pays for its offer: such customers are persuadable; those with
 * an effect as far below 0 are sleeping dogs. Between the two the offer changes too little, and the customer is a sure thing if
 * the good outcome is likelier than not without it, else a lost cause.
 *
 * @throws InvalidInputError naming every row that is not a number, or where a cost or a value is below 0, and where lengths
 *   disagree; InvalidOptionError for an option that is unknown or of another type.
 */
export function responseGroups(options: ResponseOptions): ResponseGroup[] {
  checkOptions(options, optionShapes, ['effect', 'baseline', 'cost', 'value']);
  checkLengths(options);
  const { effect, baseline, cost, value } = options;
  const at = (of: number | ArrayLike<number>, i: number) => (typeof of === 'number' ? of : of[i]);
  const faults: Fault[] = [];
  const groups = Array.from(effect, (change, i): ResponseGroup => {
    const numbers = { effect: change, baseline: baseline[i], cost: at(cost, i), value: at(value, i) };
    for (const [column, number] of Object.entries(numbers)) {
      if (Number.isFinite(number) && (column === 'effect' || number >= 0)) continue;
      const message = `row ${i + 1}, ${column}: must be a number${column === 'effect' ? '' : ' of at least 0'}: ${String(number)}`;
      faults.push({ rule: 'not-a-number', message, column, row: i + 1, value: number });
    }
    if (change * numbers.value > numbers.cost) return 'persuadable';
    if (change < 0 && -change * numbers.value >= numbers.cost) return 'sleeping dog';
    return numbers.baseline >= 0.5 ? 'sure thing' : 'lost cause';
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
  return groups;
}

function checkLengths({ effect, ...others }: ResponseOptions): void {
  const faults = Object.entries(others).flatMap(([column, values]): Fault[] => {
    if (typeof values === 'number' || values.length === effect.length) return [];
    const message = `${column} must have ${effect.length} values, as effect has: ${values.length}`;
    return [{ rule: 'lengths-differ', message, column }];
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
}
