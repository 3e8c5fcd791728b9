import { InvalidInputError, randomSource } from '@clv/contracts';
import highs from 'highs';
import { allocateBudget, type BudgetProblem } from '../allocate-budget.js';
import type { Allocation } from '../budget/spend.js';
import type { Constraints, SegmentLimits } from './constraints.js';
import { InfeasibleError } from './no-policy.js';

function randomProblem(
  customers: number,
  seed: number,
): Required<Pick<BudgetProblem, 'customers' | 'offers' | 'gain' | 'cost'>> & { labels: string[] } {
  const next = randomSource(seed);
  const offers = 3;
  const labels = Array.from({ length: customers }, () => (next() < 0.4 ? 'a' : 'b'));
  const gain = new Float64Array(customers * offers);
  const cost = new Float64Array(customers * offers);
  for (let i = 0; i < customers; i++)
    for (let a = 1; a < offers; a++) {
      gain[i * offers + a] = Math.round(100 * (40 * a * next() * (labels[i] === 'a' ? 1.5 : 1) - 10)) / 100;
      cost[i * offers + a] = Math.round(100 * (5 + 15 * a * next())) / 100;
    }
  return { customers, offers, gain, cost, labels };
}

type Problem = ReturnType<typeof randomProblem>;

const matricesOf = ({ labels: _, ...matrices }: Problem) => matrices;

/** Whether a choice keeps every constraint, told from their definitions. */
function keeps(
  { customers, offers, cost, labels }: Problem,
  choice: ArrayLike<number>,
  budget: number,
  constraints: Constraints,
): boolean {
  const rows = [...Array(customers).keys()];
  const spent = (of: number[]) => of.reduce((sum, i) => sum + cost[i * offers + choice[i]], 0);
  const contacted = (of: number[]) => of.filter((i) => choice[i] > 0).length;
  const of = (label: string) => rows.filter((i) => labels[i] === label);
  const { capacity, perSegment, fairness } = constraints;
  const rates = [...new Set(labels)].map((label) => contacted(of(label)) / of(label).length);
  return (
    spent(rows) <= budget + 1e-7 &&
    contacted(rows) <= (capacity?.total ?? Infinity) &&
    [1, 2].every((a) => rows.filter((i) => choice[i] === a).length <= (capacity?.offers?.[a] ?? Infinity)) &&
    Object.entries(perSegment?.limits ?? {}).every(
      ([label, { minSpend = 0, maxSpend = Infinity, minShare = 0, maxShare = 1 }]) =>
        spent(of(label)) >= minSpend - 1e-7 &&
        spent(of(label)) <= maxSpend + 1e-7 &&
        contacted(of(label)) >= minShare * of(label).length - 1e-9 &&
        contacted(of(label)) <= maxShare * of(label).length + 1e-9,
    ) &&
    Math.min(...rates) >= (fairness?.ratio ?? 0) * Math.max(...rates) - 1e-9
  );
}

function bruteForce(problem: Problem, budget: number, constraints: Constraints): number {
  const { customers, offers, gain } = problem;
  let best = -Infinity;
  const choice = new Int32Array(customers);
  for (let code = 0; code < offers ** customers; code++) {
    let gained = 0;
    for (let i = 0, left = code; i < customers; i++, left = Math.floor(left / offers)) {
      choice[i] = left % offers;
      gained += choice[i] > 0 && gain[i * offers + choice[i]] <= 0 ? -Infinity : gain[i * offers + choice[i]];
    }
    if (gained > best && keeps(problem, choice, budget, constraints)) best = gained;
  }
  return best;
}

/** Undefined where the constraints are said to be infeasible. */
function allocateOrFail(problem: BudgetProblem): Allocation | undefined {
  try {
    return allocateBudget(problem);
  } catch (error) {
    if (error instanceof InfeasibleError || error instanceof InvalidInputError) return undefined;
    throw error;
  }
}

/** Constraints that bind, for so many customers. */
const kinds: [string, (labels: string[], customers: number) => Constraints][] = [
  ['a capacity', (_, n) => ({ capacity: { total: 0.375 * n, offers: [undefined, undefined, 0.125 * n] } })],
  ['a greatest spend', (segment, n) => ({ perSegment: { segment, limits: { a: { maxSpend: 2.5 * n } } } })],
  ['a least spend', (segment, n) => ({ perSegment: { segment, limits: { b: { minSpend: 2 * n } } } })],
  ['a greatest share', (segment) => ({ perSegment: { segment, limits: { b: { maxShare: 0.2 } } } })],
  ['a least share', (segment) => ({ perSegment: { segment, limits: { b: { minShare: 0.3 } } } })],
  ['fairness', (group) => ({ fairness: { group, ratio: 0.8 } })],
];

describe('allocateBudget with constraints', () => {
  it.each(kinds)(
    'of %s never breaks one, never beats the true optimum, and bounds it',
    (_, constraintsOf) => {
      let reached = 0;
      let best = 0;
      for (let seed = 0; seed < 30; seed++) {
        const problem = randomProblem(8, seed);
        const constraints = constraintsOf(problem.labels, 8);
        const optimum = bruteForce(problem, 50, constraints);
        const allocation = allocateOrFail({ ...matricesOf(problem), budget: 50, ...constraints });
        expect([seed, allocation !== undefined]).toEqual([seed, optimum > -Infinity]);
        if (!allocation) continue;
        expect(keeps(problem, allocation.choice, 50, constraints)).toBe(true);
        expect(allocation.gain).toBeLessThanOrEqual(optimum + 1e-9);
        expect(allocation.bound).toBeGreaterThanOrEqual(optimum - 1e-9);
        reached += allocation.gain;
        best += optimum;
      }
      expect(reached / best).toBeGreaterThan(0.9);
    },
  );

  it.each(kinds)('of %s comes within 1% of its bound for 2,000 customers', (_, constraintsOf) => {
    const problem = randomProblem(2000, 7);
    const constraints = constraintsOf(problem.labels, 2000);
    const allocation = allocateBudget({ ...matricesOf(problem), budget: 8000, ...constraints });
    expect(keeps(problem, allocation.choice, 8000, constraints)).toBe(true);
    expect(allocation.gap).toBeLessThan(0.01);
  });

  it('finds a policy within limits that nobody need use, whichever offers are out', () => {
    for (let seed = 0; seed < 60; seed++)
      for (const customers of [2, 3, 5, 7]) {
        const problem = randomProblem(customers, seed);
        const capacity = { offers: [undefined, seed % 2, Math.ceil(customers / 5)] };
        const { choice, gain, bound } = allocateBudget({ ...matricesOf(problem), capacity });
        const contacted = (offer: number) => choice.filter((a) => a === offer).length;
        expect(contacted(1)).toBeLessThanOrEqual(seed % 2);
        expect(contacted(2)).toBeLessThanOrEqual(Math.ceil(customers / 5));
        const optimum = bruteForce(problem, Infinity, { capacity });
        expect(gain).toBeGreaterThanOrEqual(0);
        expect(bound).toBeGreaterThanOrEqual(optimum - 1e-9);
        expect(bound).toBeLessThan(1.01 * optimum + 1e-9);
      }
  });

  it.each([
    [11, 10],
    [300, 299],
  ])('contacts nobody where groups of %d and %d are treated alike in no other way', (some, others) => {
    const { labels: _, ...matrices } = randomProblem(some + others, 3);
    const group = Array.from({ length: some + others }, (_, i) => (i < some ? 'a' : 'b'));
    const { choice, gain, bound } = allocateBudget({
      ...matrices,
      ...{ budget: some, fairness: { group, ratio: 1 } },
    });
    expect(choice.every((offer) => offer === 0)).toBe(true);
    expect(gain).toBe(0);
    expect(bound).toBeGreaterThanOrEqual(0);
  });

  it('that do not bind gives what there is without them, the cheaper of equal gains', () => {
    const alike = {
      customers: 2,
      offers: 4,
      gain: Float64Array.of(0, 9, 9, 9, 0, -1, 7, 7),
      cost: Float64Array.of(0, 3, 2, 2, 0, 1, 5, 4),
    };
    const free = allocateBudget(alike);
    expect([...free.choice]).toEqual([2, 3]);
    for (const capacity of [{}, { total: 2 }, { total: Infinity, offers: [0, 2, Infinity] }])
      expect(allocateBudget({ ...alike, capacity })).toEqual(free);
    expect([...allocateBudget({ ...alike, capacity: { total: 1 } }).choice]).toEqual([2, 0]);
  });

  it('are not called a contradiction for what sums of cents lose', () => {
    const two = {
      customers: 2,
      offers: 2,
      gain: Float64Array.of(0, 5, 0, 5),
      cost: Float64Array.of(0, 0.1, 0, 0.2),
    };
    const perSegment = { segment: ['a', 'b'], limits: { a: { minSpend: 0.1 }, b: { minSpend: 0.2 } } };
    expect([...allocateBudget({ ...two, budget: 0.3, perSegment }).choice]).toEqual([1, 1]);
    const all = { segment: ['a', 'a'], limits: { a: { minSpend: 0.1 + 0.2, maxSpend: 0.3 } } };
    expect([...allocateBudget({ ...two, perSegment: all }).choice]).toEqual([1, 1]);
  });

  it.each([1e3, 1e7, 1e9, 1e11])('keep spends of %d to the cent', (amount) => {
    const segment = ['a', 'b'];
    const two = {
      customers: 2,
      offers: 2,
      gain: Float64Array.of(0, 5 * amount, 0, amount),
      cost: Float64Array.of(0, amount, 0, amount),
    };
    const offeredWithin = (budget: number, limits: Record<string, SegmentLimits>) => {
      const { choice, spent } = allocateBudget({ ...two, budget, perSegment: { segment, limits } });
      expect(spent).toBe(amount * choice.reduce((sum, a) => sum + a, 0));
      return [...choice];
    };
    expect(offeredWithin(amount, { a: { maxShare: 1 } })).toEqual([1, 0]);
    expect(offeredWithin(amount - 0.01, { a: { maxShare: 1 } })).toEqual([0, 0]);
    expect(offeredWithin(2 * amount - 0.01, { a: { maxShare: 1 } })).toEqual([1, 0]);
    expect(offeredWithin(2 * amount, { a: { maxSpend: amount - 0.01 } })).toEqual([0, 1]);
    expect(offeredWithin(2 * amount, { a: { minSpend: amount } })).toEqual([1, 1]);
    expect(() => offeredWithin(2 * amount, { a: { minSpend: amount + 0.01 } })).toThrow(
      /minSpend (of a|1000.01)/,
    );
  });

  it('are kept as well whatever the unit of money', () => {
    const problem = randomProblem(3000, 7);
    const { labels } = problem;
    const within = (times: number) => {
      const [gain, cost] = [problem.gain, problem.cost].map((of) => of.map((value) => times * value));
      const fairness = { group: labels, ratio: 0.9 };
      const limits = { capacity: { total: 400 }, budget: 6000 * times, fairness };
      return allocateBudget({ ...matricesOf(problem), gain, cost, ...limits });
    };
    const usual = within(1);
    for (const times of [1e6, 1e12]) {
      const { gain, gap } = within(times);
      expect(gap).toBeLessThan(usual.gap + 1e-4);
      expect(gain / times).toBeGreaterThan((1 - 1e-4) * usual.gain);
    }
  });

  it('has a bound close above that of the linear programme, by highs', async () => {
    const problem = randomProblem(300, 3);
    const { customers, offers, gain, cost, labels } = problem;
    const name = (i: number, a: number) => `x${i}_${a}`;
    const cells = Array.from({ length: customers * offers }, (_, at) => [
      Math.floor(at / offers),
      at % offers,
    ]);
    const sum = (weight: (i: number, a: number) => number) =>
      cells
        .filter(([i, a]) => a > 0 && weight(i, a) !== 0)
        .map(([i, a]) => `${weight(i, a) < 0 ? '-' : '+'} ${Math.abs(weight(i, a))} ${name(i, a)}`)
        .join('\n ');
    const size = (label: string) => labels.filter((other) => other === label).length;
    const rate = (label: string, factor: number) => (i: number) =>
      labels[i] === label ? factor / size(label) : 0;
    const fair = (low: string, high: string) => sum((i) => rate(high, 0.8)(i) - rate(low, 1)(i));
    const [at, to] = [
      (i: number, a: number) => gain[i * offers + a],
      (i: number, a: number) => cost[i * offers + a],
    ];
    const model = `Maximize\n obj: ${sum((i, a) => (at(i, a) > 0 ? at(i, a) : -1000))}\nSubject To
 money: ${sum(to)} <= 800\n places: ${sum(() => 1)} <= 60\n ab: ${fair('a', 'b')} <= 0\n ba: ${fair('b', 'a')} <= 0
 ${Array.from({ length: customers }, (_, i) => `c${i}: ${name(i, 1)} + ${name(i, 2)} <= 1`).join('\n ')}\nEnd`;
    const optimum = (await highs()).solve(model).ObjectiveValue;
    const { gain: reached, bound } = allocateBudget({
      ...matricesOf(problem),
      budget: 800,
      capacity: { total: 60 },
      fairness: { group: labels, ratio: 0.8 },
    });
    expect(bound).toBeGreaterThanOrEqual(optimum - 1e-6);
    expect(bound).toBeLessThan(1.01 * optimum);
    expect(reached).toBeGreaterThan(0.97 * optimum);
  });

  it.each<[string, Constraints | ((labels: string[]) => Constraints), string]>([
    ['a negative capacity', { capacity: { total: -1 } }, 'capacity.total must be at least 0: -1'],
    [
      'labels of other customers',
      { fairness: { group: ['a'], ratio: 0.8 } },
      'fairness.group has 1 values, expected 8',
    ],
    [
      'an impossible ratio',
      (group) => ({ fairness: { group, ratio: 2 } }),
      'fairness.ratio must be in [0, 1]: 2',
    ],
    [
      'a minimum above its maximum',
      (segment) => ({ perSegment: { segment, limits: { a: { minSpend: 9, maxSpend: 5 } } } }),
      'minSpend 9 of a is above its maxSpend 5',
    ],
    [
      'a segment that nobody is in',
      (segment) => ({ perSegment: { segment, limits: { c: { maxSpend: 5 } } } }),
      'unknown segment: c has limits but no customer',
    ],
    [
      'a capacity that contradicts a minimum',
      (segment) => ({ capacity: { total: 1 }, perSegment: { segment, limits: { a: { minSpend: 30 } } } }),
      'capacity 1 cannot spend the minSpend 30 of a',
    ],
    [
      'a budget that contradicts minima',
      (segment) => ({ perSegment: { segment, limits: { a: { minSpend: 30 }, b: { minSpend: 30 } } } }),
      'budget 50 is below the minSpend of the segments together: 60',
    ],
  ])('refuses %s, saying which', (_, constraints, message) => {
    const problem = randomProblem(8, 1);
    const given = typeof constraints === 'function' ? constraints(problem.labels) : constraints;
    expect(() => allocateBudget({ ...matricesOf(problem), budget: 50, ...given })).toThrow(message);
  });
});

describe('the shadow price within constraints', () => {
  const problem = matricesOf(randomProblem(1200, 3));
  const within = (budget: number) => allocateBudget({ ...problem, budget, capacity: { total: 420 } });

  it('is what another unit of money gains at most, and what one less loses at least', () => {
    for (const budget of [600, 3000]) {
      const { bound, shadowPrice } = within(budget);
      expect(shadowPrice).toBeGreaterThan(0);
      for (const other of [0.5, 0.95, 1.05, 2].map((times) => times * budget))
        expect(within(other).gain).toBeLessThan(bound + shadowPrice * (other - budget) + 1e-3 * bound);
    }
  });

  it('is 0 where money is no limit', () => {
    expect(within(1e9).shadowPrice).toBe(0);
    expect(within(Infinity).shadowPrice).toBe(0);
  });
});
