import { ClvError } from '@clv/contracts';
import * as prescribePackage from './index.js';

const {
  assignHoldout,
  binChoices,
  budgetEdge,
  budgetPath,
  defaultOffers,
  emptyBins,
  expectedValues,
  findUpgrades,
  prescribe,
  startWhatIf,
} = prescribePackage;

const columns = () => ({
  pChurn: [0.4, 0.05, 0.6],
  clv: [1000, 1000, 600],
  price: [50, 50, 40],
  sensitivity: [1, 0.5, 1],
  effectError: new Float64Array(9).fill(0.01),
});
const offers = () => defaultOffers.map((offer) => ({ ...offer }));
const choices = () => ({
  customers: 2,
  offers: 2,
  gain: Float64Array.of(0, 5, 0, 6),
  cost: Float64Array.of(0, 2, 0, 3),
});
const bins = () => {
  const sums = emptyBins();
  binChoices(sums, choices());
  return sums;
};
const limits = () => ({
  capacity: { total: 2, offers: [2, 2] },
  perSegment: { segment: ['a', 'b'], limits: { a: { minSpend: 0, maxSpend: 5, minShare: 0, maxShare: 1 } } },
  fairness: { group: ['a', 'b'], ratio: 0 },
});
const bootstrap = { resamples: 10, confidence: 0.9, seed: 1 };
const campaign = () => ({
  offers: ['none', 'call'],
  recommended: [1, 1, 1, 1],
  treated: [1, 1, 0, 0],
  stayed: [1, 0, 1, 0],
  propensity: [0.5, 0.5, 0.5, 0.5],
  value: [1, 2, 3, 4],
  cost: [1, 1, 1, 1],
  before: [0, 1, 0, 1],
  beforeValue: [0, 1, 0, 1],
  segment: ['a', 'a', 'b', 'b'],
  predictedEffect: [0, 0, 0, 0],
  predictedGain: [0, 0, 0, 0],
});
const terms = () => ({ offers: offers(), budget: 50, budgetBasis: 'expected', riskAversion: 0 });
const plan = () => prescribe(columns());

/** Sound arguments of every function, made anew each time. */
const sound: Record<string, () => unknown[]> = {
  checkOffers: () => [offers()],
  readCustomers: () => [
    { p: [0.5], clv: [5], price: [1], s: [1] },
    { pChurn: 'p', clv: 'clv', price: 'price', sensitivity: 's' },
  ],
  expectedValues: () => [columns(), offers()],
  budgetChoices: () => [
    columns(),
    expectedValues(columns(), offers()),
    { budgetBasis: 'expected', riskAversion: 1 },
  ],
  cautiousGain: () => [columns(), expectedValues(columns(), offers()), 1],
  allocateBudget: () => [{ ...choices(), budget: 4, ...limits() }],
  allocateBlocks: () => [() => [choices()], 4],
  budgetEdge: () => [bins(), 4],
  edgeAbove: () => [bins(), { critical: 5, last: 2 }],
  addSums: () => [bins(), 5, { cost: 1, gain: 1, count: 1 }],
  emptyBins: () => [bins()],
  binChoices: () => [bins(), choices()],
  chooseByEdge: () => [findUpgrades(choices()), { critical: 5, last: 2 }, new Map()],
  nearEdge: () => [findUpgrades(choices()), { critical: 5, last: 2 }],
  settleAtEdge: () => [choices(), bins(), budgetEdge(bins(), 4), 4],
  covers: () => [
    { critical: 5, last: 2 },
    { critical: 5, last: 2 },
  ],
  wideEdge: () => [bins(), 4],
  withBinAbove: () => [{ critical: 5, last: 2 }],
  findUpgrades: () => [
    choices(),
    { bins: bins(), holding: { critical: 5, choice: new Int32Array(2) } },
    findUpgrades(choices()),
  ],
  budgetPath: () => [choices()],
  frontier: () => [choices(), 5],
  gainAt: () => [budgetPath(choices()), 4],
  prescribe: () => [columns(), terms()],
  explain: () => [plan(), 0, { currency: 'EUR' }],
  choiceStability: () => [
    plan(),
    columns(),
    { draws: 5, seed: 1, errorCorrelation: Float64Array.of(1, 0, 0, 1) },
  ],
  startWhatIf: () => [columns(), terms()],
  startBudgetWhatIf: () => [columns(), terms()],
  whatIf: () => [
    startWhatIf(columns()),
    { offers: offers(), budget: 5, budgetBasis: 'expected', inputs: columns() },
  ],
  whatIfPath: () => [startWhatIf(columns())],
  whatIfFrontier: () => [startWhatIf(columns()), 5],
  comparePolicies: () => {
    const { values, choice } = plan();
    return [
      { inputs: columns(), values, choice },
      { ...bootstrap, budget: 50, truth: values },
    ];
  },
  sensitivity: () => [
    columns(),
    { ...terms(), swing: 0.2, factors: [{ name: 'f', low: columns(), high: columns() }] },
  ],
  evaluatePolicy: () => [
    { offers: 2, offer: [0, 1], propensity: [0.5, 0.5], outcome: [1, 0], predicted: new Float64Array(4) },
    [0, 1],
    { confidence: 0.9 },
  ],
  assignHoldout: () => [3, { share: 0.5, stratifyBy: ['a', 'a', 'b'], seed: 1 }],
  holdBack: () => [Int32Array.of(1, 0), assignHoldout(2)],
  powerAnalysis: () => [{ baselineRate: 0.8, effect: 0.05, share: 0.1, power: 0.8, significance: 0.05 }],
  measureCampaign: () => [campaign(), { confidence: 0.9 }],
  fairnessReport: () => {
    const { choice, offers } = plan();
    return [
      { choice, offers, group: ['a', 'b', 'b'] },
      { ...bootstrap, tolerance: 0.8 },
    ];
  },
};

const functions = Object.entries(prescribePackage).filter(
  (entry): entry is [string, (...args: unknown[]) => unknown] =>
    typeof entry[1] === 'function' && !(entry[1].prototype instanceof ClvError),
);

/** Arguments that other functions of the package make: of these only what is read is looked at. */
const made = new Set([
  'budgetChoices 1',
  'cautiousGain 1',
  'chooseByEdge 0',
  'nearEdge 0',
  'findUpgrades 2',
  'gainAt 0',
  'explain 0',
  'choiceStability 0',
  'whatIf 0',
  'whatIfPath 0',
  'whatIfFrontier 0',
  'holdBack 1',
  'comparePolicies 0 values',
  'comparePolicies 1 truth',
  'fairnessReport 0 offers',
]);

/** Customers' columns that only some functions read. */
const unread = new Set(['pChurn', 'sensitivity', 'effectError', 'clv', 'price']);

interface Place {
  keys: (string | number)[];
  /** Whether it must be of its own type: it is an argument or an option, rather than one of many values or a part of what was made. */
  isTyped: boolean;
}

function placesIn(name: string, args: unknown[]): Place[] {
  return args.flatMap((argument, nth) => within(argument, [nth]));

  function within(value: unknown, keys: (string | number)[]): Place[] {
    const isMade = keys.some(
      (_, k) => made.has([name, ...keys.slice(0, k + 1)].join(' ')) && k < keys.length - 1,
    );
    const isOneOfMany = keys.slice(1).some((key) => typeof key === 'number');
    const isUnread =
      keys.length > 1 &&
      unread.has(String(keys[1])) &&
      /budgetChoices|cautiousGain|choiceStability/.test(name);
    const here = { keys, isTyped: !isMade && !isOneOfMany && !isUnread };
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || keys.length > 4)
      return [here];
    const parts = Array.isArray(value) ? [...value.slice(0, 2).entries()] : Object.entries(value);
    return [here, ...parts.flatMap(([key, part]) => within(part, [...keys, key]))];
  }
}

function put(args: unknown[], keys: (string | number)[], odd: unknown): void {
  const holder = valueAt(args, keys.slice(0, -1)) as Record<string | number, unknown>;
  holder[keys.at(-1)!] = odd;
}

const valueAt = (args: unknown, keys: (string | number)[]): unknown =>
  keys.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], args);

function kindOf(value: unknown): string {
  if (ArrayBuffer.isView(value) || Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

const odds = [null, 5, '5', true, NaN, 1e300, -1, [], {}, () => 0];

/** What is wrong with how a function meets something odd in one place. */
function surpriseAt(
  call: (...args: unknown[]) => unknown,
  args: unknown[],
  { keys, isTyped }: Place,
  odd: unknown,
) {
  const isAlike = kindOf(valueAt(args, keys)) === kindOf(odd);
  put(args, keys, odd);
  try {
    call(...args);
    return isAlike || !isTyped ? undefined : 'is taken';
  } catch (error) {
    if (!(error instanceof ClvError)) return String(error);
    const isNamed = keys.length === 1 || keys.slice(1).some((key) => error.message.includes(String(key)));
    return isNamed || isAlike ? undefined : `is not named: ${error.message}`;
  }
}

describe('a function of the package', () => {
  it('has sound arguments here', () => {
    expect(Object.keys(sound).sort()).toEqual(functions.map(([name]) => name).sort());
  });

  it.each(functions)(
    '%s takes sound arguments, and refuses others by their name, in no time',
    (name, call) => {
      expect(() => call(...sound[name]())).not.toThrow();
      const surprises = placesIn(name, sound[name]()).flatMap((place) =>
        odds.flatMap((odd) => {
          const surprise = surpriseAt(call, sound[name](), place, odd);
          return surprise
            ? [`${place.keys.join('.')} = ${String(JSON.stringify(odd) ?? odd)} ${surprise}`]
            : [];
        }),
      );
      expect(surprises).toEqual([]);
    },
  );
});
