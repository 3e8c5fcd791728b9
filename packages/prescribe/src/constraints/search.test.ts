import { InvalidInputError, randomSource } from '@clv/contracts';
import fc from 'fast-check';
import { bestOfAll, constrainedProblems, excessIn } from '../../test/constrained-problems.js';
import { allocateBudget, type BudgetProblem } from '../allocate-budget.js';
import type { SegmentLimits } from './constraints.js';
import { InfeasibleError, NoPolicyFoundError } from './no-policy.js';

/** Far below a cent, or a customer of the few that there are; and far above what sums of floating-point numbers lose. */
const [exactly, nearly] = [1e-10, 1e-6];

/** What is answered, or the error; any other than that the constraints are too much is thrown. */
function answerTo(problem: BudgetProblem) {
  try {
    return allocateBudget(problem);
  } catch (error) {
    if (error instanceof InfeasibleError || error instanceof NoPolicyFoundError) return error;
    if (error instanceof InvalidInputError && error.faults.every(({ rule }) => rule === 'contradiction'))
      return error;
    throw error;
  }
}

/** The problem with no limits but those of these names. */
function withOnly(problem: BudgetProblem, names: readonly string[]): BudgetProblem {
  const { budget, capacity, perSegment, fairness } = problem;
  const named = <T>(name: string, value: T) => (names.includes(name) ? value : undefined);
  const limitsOf = (segment: string, limits: SegmentLimits) =>
    Object.fromEntries(Object.entries(limits).filter(([limit]) => names.includes(`${limit} of ${segment}`)));
  return {
    ...problem,
    budget: named('budget', budget),
    capacity: {
      total: named('capacity', capacity?.total),
      offers: capacity?.offers?.map((most, a) => named(`capacity of offer ${a}`, most)),
    },
    perSegment: perSegment && {
      ...perSegment,
      limits: Object.fromEntries(
        Object.entries(perSegment.limits).map(([segment, limits]) => [segment, limitsOf(segment, limits)]),
      ),
    },
    fairness: names.some((name) => name.startsWith('fairness')) ? fairness : undefined,
  };
}

describe('allocateBudget with constraints of every kind', () => {
  it('finds the optimum wherever brute force finds a policy, with a gap of 0, and keeps every limit; says infeasible nowhere else', () => {
    let [feasible, infeasible] = [0, 0];
    fc.assert(
      fc.property(constrainedProblems, (problem) => {
        const best = bestOfAll(problem, exactly);
        const answer = answerTo(problem);
        if (answer instanceof Error) {
          expect([answer.message, best]).toEqual([expect.any(String), -Infinity]);
          expect(answer).not.toBeInstanceOf(NoPolicyFoundError);
          infeasible++;
          return;
        }
        const { choice, spent, gain, bound, gap, shadowPrice } = answer;
        expect(excessIn(problem)(choice)).toBeLessThan(nearly);
        expect([spent, gain, bound, gap, shadowPrice].every(Number.isFinite)).toBe(true);
        expect([gap, bound]).toEqual([0, gain]);
        expect(gain).toBeGreaterThanOrEqual(best * (1 - 1e-12));
        expect(gain).toBeLessThanOrEqual(bestOfAll(problem, nearly) * (1 + 1e-12));
        feasible++;
      }),
      { numRuns: 2000, seed: 21 },
    );
    expect(Math.min(feasible, infeasible)).toBeGreaterThan(400);
  });

  it('names limits that no policy keeps together, and would keep without any one of them', () => {
    let named = 0;
    for (const problem of fc.sample(constrainedProblems, { numRuns: 400, seed: 5 })) {
      const answer = answerTo(problem);
      if (!(answer instanceof InfeasibleError)) continue;
      const { constraints } = answer;
      expect(bestOfAll(withOnly(problem, constraints), exactly)).toBe(-Infinity);
      named++;
      if (constraints.some((name) => name.startsWith('fairness'))) continue;
      for (const one of constraints) {
        const others = constraints.filter((other) => other !== one);
        expect(bestOfAll(withOnly(problem, others), nearly)).toBeGreaterThan(-Infinity);
      }
    }
    expect(named).toBeGreaterThan(40);
  });
});

/** Customers of two segments, half of them in each, whom one offer may be made to. */
function oneOffer(customers: number, costOf: (i: number) => number): BudgetProblem & { segment: string[] } {
  const matrix = (of: (i: number) => number) =>
    Float64Array.from({ length: 2 * customers }, (_, at) => (at % 2) * of(at >> 1));
  const segment = Array.from({ length: customers }, (_, i) => (i % 2 ? 'b' : 'a'));
  const next = randomSource(4);
  return { customers, offers: 2, gain: matrix(() => 1 + 20 * next()), cost: matrix(costOf), segment };
}

describe('allocateBudget with constraints and more customers', () => {
  it.each([0.1, 0.39, 0.3996])(
    'proves that many customers leave no policy, however narrowly: %d',
    (maxShare) => {
      const { segment, ...many } = oneOffer(5000, (i) => 5 + (i % 7));
      const limits = { a: { maxShare }, b: { minShare: 0.5 } };
      const fairness = { group: segment, ratio: 0.8 };
      const tooMuch = { perSegment: { segment, limits }, fairness, capacity: { total: 4000 } };
      expect(answerTo({ ...many, ...tooMuch })).toMatchObject({
        code: 'INFEASIBLE',
        constraints: ['maxShare of a', 'minShare of b', 'fairness of a to b'],
        message:
          'no policy of offers that pay keeps maxShare of a, minShare of b, fairness of a to b together',
      });
      limits.a.maxShare = 0.4;
      expect(answerTo({ ...many, ...tooMuch })).toMatchObject({ spent: expect.any(Number) });
    },
  );

  it.each([100, 1, 0.01])(
    'proves that the money falls short of what a segment is promised by %d',
    (short) => {
      const { segment, ...many } = oneOffer(2000, (i) => 5 + (i % 7) + (i % 1000) / 100);
      const perSegment = { segment, limits: { b: { minShare: 0.5 } } };
      const costs = Array.from(many.cost.filter((_, at) => at % 4 === 3)).sort((one, other) => one - other);
      const least = Math.round(100 * costs.slice(0, 500).reduce((sum, cost) => sum + cost, 0)) / 100;
      expect(answerTo({ ...many, perSegment, budget: least - short })).toMatchObject({
        code: 'INFEASIBLE',
        constraints: ['budget', 'minShare of b'],
      });
      expect(answerTo({ ...many, perSegment, budget: least })).toMatchObject({ spent: least });
    },
  );

  it('proves that amounts which are alike never sum to a limit between two of them', () => {
    const { segment, ...calls } = oneOffer(80, () => 20);
    const perSegment = { segment, limits: { a: { minSpend: 250, maxSpend: 259 } } };
    expect(answerTo({ ...calls, perSegment })).toMatchObject({
      code: 'INFEASIBLE',
      constraints: ['maxSpend of a', 'minSpend of a'],
    });
  });

  it('finds what leaves no room to round', () => {
    const next = randomSource(9);
    const { segment, ...problem } = oneOffer(200, () => Math.round(2000 * next()) / 100);
    const some = (name: string, i: number) => segment[i] === name && i % 5 === 0;
    const spentBy = (name: string) =>
      segment.reduce((sum, _, i) => sum + (some(name, i) ? problem.cost[2 * i + 1] : 0), 0);
    const exact = (name: string) => ({
      minSpend: spentBy(name),
      maxSpend: spentBy(name) + 0.05,
      maxShare: 0.2,
    });
    const limits = { a: exact('a'), b: exact('b') };
    const tight: BudgetProblem = { ...problem, perSegment: { segment, limits }, capacity: { total: 40 } };
    const answer = allocateBudget(tight);
    expect(excessIn(tight)(answer.choice)).toBeLessThan(nearly);
  });

  it('says so where it finds no policy but knows no proof that there is none, and by how much to loosen what', () => {
    const next = randomSource(6);
    const { segment, ...even } = oneOffer(400, () => 2 * Math.floor(1e6 * next()));
    const limits = { a: { minSpend: 50_000_001, maxSpend: 50_000_001 } };
    const answer = answerTo({ ...even, perSegment: { segment, limits } }) as NoPolicyFoundError;
    expect(answer).toMatchObject({
      code: 'NO_POLICY_FOUND',
      message: expect.stringMatching(
        /^no policy was found that keeps (m..Spend of a) with the other constraints, though there may be one; there is one where \1 is loosened by \d+$/,
      ),
    });
    const [{ name, by }] = answer.broken;
    if (name.startsWith('min')) limits.a.minSpend -= by;
    else limits.a.maxSpend += by;
    expect(answerTo({ ...even, perSegment: { segment, limits } })).toMatchObject({
      gain: expect.any(Number),
    });
  });

  it.each([0, 1, 2])('has a policy where limits are loosened as the error says, seed %i', (seed) => {
    const next = randomSource(seed, 1);
    const { segment, ...problem } = oneOffer(120, () => 20 * next());
    const limits = { a: { minSpend: 111.11, maxSpend: 111.11 }, b: { minSpend: 99.99, maxSpend: 99.99 } };
    const exact = { ...problem, perSegment: { segment, limits }, capacity: { total: 25 } };
    const { broken } = answerTo(exact) as NoPolicyFoundError;
    for (const { name, by } of broken) {
      const limit = limits[name.at(-1) as 'a' | 'b'];
      if (name.startsWith('minSpend')) limit.minSpend -= by;
      else if (name.startsWith('maxSpend')) limit.maxSpend += by;
      else exact.capacity.total += by;
    }
    expect(broken.every(({ by }) => by > 0)).toBe(true);
    expect(answerTo(exact)).toMatchObject({ gain: expect.any(Number) });
  });
});
