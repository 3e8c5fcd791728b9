import fc from 'fast-check';
import highs from 'highs';
import { allocateBudget, type BudgetProblem } from './allocate-budget.js';

/** The greatest gain within the budget, by trying everything. */
function bruteForce({ customers, offers, gain, cost, budget = Infinity }: BudgetProblem): number {
  let best = 0;
  const tryFrom = (i: number, gained: number, spent: number): void => {
    if (Math.round(spent * 100) > Math.round(budget * 100)) return;
    if (i === customers) {
      best = Math.max(best, gained);
      return;
    }
    for (let a = 0; a < offers; a++)
      tryFrom(i + 1, gained + gain[i * offers + a], spent + cost[i * offers + a]);
  };
  tryFrom(0, 0, 0);
  return best;
}

/** The optimum by highs: of the linear programme, or where customers get a whole offer each. */
function optimumByHighs(
  solver: Awaited<ReturnType<typeof highs>>,
  { customers, offers, gain, cost, budget }: BudgetProblem,
  kind: 'linear' | 'whole',
): number {
  const term = (coefficient: number, i: number, a: number) =>
    `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} x${i}_${a}`;
  const terms = (of: Float64Array) =>
    Array.from({ length: customers * offers }, (_, at) =>
      term(of[at], Math.floor(at / offers), at % offers),
    ).join('\n ');
  const oneEach = Array.from(
    { length: customers },
    (_, i) => `c${i}: ${Array.from({ length: offers }, (_, a) => `+ x${i}_${a}`).join(' ')} = 1`,
  );
  const whole =
    kind === 'whole'
      ? `Binary\n ${[...gain.keys()].map((at) => `x${Math.floor(at / offers)}_${at % offers}`).join(' ')}\n`
      : '';
  const model = `Maximize\n obj: ${terms(gain)}\nSubject To\n money: ${terms(cost)} <= ${budget}\n ${oneEach.join('\n ')}\n${whole}End`;
  return solver.solve(model, { presolve: 'off', mip_rel_gap: 0 }).ObjectiveValue;
}

const cents = fc.integer({ min: 0, max: 2000 }).map((value) => value / 100);

const problemsOf = (least: number, most: number, offersAtMost = 4) =>
  fc
    .record({
      customers: fc.integer({ min: least, max: most }),
      offers: fc.integer({ min: 1, max: offersAtMost }),
    })
    .chain(({ customers, offers }) => {
      const matrix = (value: fc.Arbitrary<number>) =>
        fc
          .array(value, { minLength: customers * offers, maxLength: customers * offers })
          .map((values) => Float64Array.from(values, (v, at) => (at % offers === 0 ? 0 : v)));
      return fc.record({
        customers: fc.constant(customers),
        offers: fc.constant(offers),
        gain: matrix(fc.integer({ min: -50_000, max: 300_000 }).map((value) => value / 10_000)),
        cost: matrix(cents),
        budget: fc.integer({ min: 0, max: 1000 * customers }).map((value) => value / 100),
      });
    });
const problems = problemsOf(1, 6);

const sumOver = (problem: BudgetProblem, of: Float64Array, choice: Int32Array) =>
  choice.reduce((sum, a, i) => sum + of[i * problem.offers + a], 0);

describe('allocateBudget', () => {
  it('is the optimum of 3,000 problems solved by brute force, proven with a gap of 0 and never over budget', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const best = bruteForce(problem);
        const { choice, spent, gain, bound, gap } = allocateBudget(problem);
        const slack = 1e-12 * (1 + best);
        expect(Math.round(sumOver(problem, problem.cost, choice) * 100)).toBeLessThanOrEqual(
          Math.round(problem.budget * 100),
        );
        expect(spent).toBeLessThanOrEqual(problem.budget);
        expect(spent).toBeCloseTo(sumOver(problem, problem.cost, choice), 9);
        expect(gain).toBeCloseTo(sumOver(problem, problem.gain, choice), 9);
        expect(Math.abs(gain - best)).toBeLessThanOrEqual(slack);
        expect([bound, gap]).toEqual([gain, 0]);
        choice.forEach((a, i) => {
          if (a > 0) expect(problem.gain[i * problem.offers + a]).toBeGreaterThan(0);
        });
      }),
      { numRuns: 3000, seed: 9 },
    );
  });

  it('buys for everybody what a budget pays for to the cent, however great', () => {
    for (const [customers, price] of [
      [1000, 0.1],
      [2000, 500_002.59],
      [1, 5_000_000_000.11],
      [3, 12_345_678_901.03],
    ]) {
      const matrix = (value: number) =>
        Float64Array.from({ length: 2 * customers }, (_, at) => (at % 2) * value);
      const all = { customers, offers: 2, gain: matrix(2e10), cost: matrix(price) };
      const cents = customers * Math.round(100 * price);
      const bought = (budget: number) =>
        allocateBudget({ ...all, budget }).choice.reduce((sum, a) => sum + a, 0);
      expect([price, bought(cents / 100), bought((cents - 1) / 100)]).toEqual([
        price,
        customers,
        customers - 1,
      ]);
    }
  });

  it('is the optimum that highs proves for up to 40 customers, with a gap of 0', async () => {
    const solver = await highs();
    for (const problem of fc.sample(problemsOf(7, 40), { numRuns: 60, seed: 8 })) {
      const { gain, gap } = allocateBudget(problem);
      const optimum = optimumByHighs(solver, problem, 'whole');
      expect(gap).toBe(0);
      expect(Math.abs(gain - optimum)).toBeLessThanOrEqual(1e-9 * Math.max(1, optimum));
    }
  });

  it("gives the linear programme's optimum as its bound where customers are many, to 1e-12", async () => {
    const solver = await highs();
    for (const problem of fc.sample(problemsOf(900, 1000, 5), { numRuns: 12, seed: 8 })) {
      if (problem.offers < 4) continue;
      const optimum = optimumByHighs(solver, problem, 'linear');
      expect(Math.abs(allocateBudget(problem).bound - optimum)).toBeLessThanOrEqual(1e-12 * optimum);
    }
  });
});
