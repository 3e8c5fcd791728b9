import fc from 'fast-check';
import type { BudgetProblem } from '../src/allocate-budget.js';
import type { Choices } from '../src/budget/choices.js';
import type { Constraints, SegmentLimits } from '../src/constraints/constraints.js';

type Labels = readonly (string | number)[];

/** Tiny problems with every kind of limit, so few that all policies can be looked at. */
export const constrainedProblems: fc.Arbitrary<BudgetProblem> = fc
  .constantFrom([0, 3], [1, 4], [2, 4], [4, 1], [5, 2], [5, 4], [6, 3], [7, 3], [8, 2], [8, 3])
  .chain(([customers, offers]) => choicesOf(customers, offers))
  .chain((choices) => limitsOf(choices).map((limits) => ({ ...choices, ...limits })));

/** Gains that may be equal, costs that may be equal or nothing, in whole cents or not. */
function choicesOf(customers: number, offers: number): fc.Arbitrary<Choices> {
  const size = customers * offers;
  const matrix = (value: fc.Arbitrary<number>) =>
    fc
      .array(value, { minLength: size, maxLength: size })
      .map((values) => Float64Array.from(values, (v, at) => (at % offers === 0 ? 0 : v)));
  const amount = (least: number, most: number) =>
    fc.oneof(
      matrix(fc.integer({ min: least, max: most })),
      matrix(fc.integer({ min: 100 * least, max: 100 * most }).map((cents) => cents / 100)),
      matrix(fc.integer({ min: 1e6 * least, max: 1e6 * most }).map((millionths) => millionths / 1e6)),
    );
  const flat = fc
    .integer({ min: 0, max: 20 })
    .map((cost) => Float64Array.from({ length: size }, (_, at) => (at % offers) * cost));
  return fc
    .tuple(amount(-5, 40), fc.oneof({ weight: 3, arbitrary: amount(0, 20) }, flat))
    .map(([gain, cost]) => ({ customers, offers, gain, cost }));
}

/** A budget and limits of which some are just what a policy drawn by lot uses, so that they are tight but can be kept together. */
export function limitsOf(choices: Choices): fc.Arbitrary<Constraints & { budget?: number }> {
  const { customers, offers } = choices;
  const labels = (names: Labels) =>
    fc.array(fc.constantFrom(...names), { minLength: customers, maxLength: customers });
  return fc
    .record({
      policy: fc.array(fc.nat(offers - 1), { minLength: customers, maxLength: customers }),
      segment: fc.oneof(labels(['a', 'b']), labels([7, 8, 9])),
      group: fc.oneof(labels(['x', 'y']), labels(['x', 'y', 'z'])),
    })
    .chain(({ policy, segment, group }) => {
      const choice = policy.map((a, i) => (choices.gain[i * offers + a] > 0 ? a : 0));
      return fc.record(
        {
          budget: spendLimit(spentBy(choices, choice)),
          capacity: capacityLike(choices, choice),
          perSegment: segmentLimitsLike(choices, choice, segment),
          fairness: fc
            .constantFrom(0, 0.5, 0.8, 1, ratioOf(group, choice))
            .map((ratio) => ({ group, ratio })),
        },
        { requiredKeys: [] },
      );
    });
}

const spendLimit = (spent: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(Math.ceil(spent * 100 - 1e-7) / 100) },
    fc.integer({ min: 0, max: 1500 }).map((more) => Math.ceil(spent * 100 + more) / 100),
    fc.integer({ min: 0, max: 100_000 }).map((thousandths) => thousandths / 1000),
    fc.constantFrom(0, Infinity),
  );

function capacityLike({ offers }: Choices, choice: readonly number[]): fc.Arbitrary<Constraints['capacity']> {
  const most = (count: number) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(count) },
      fc.constantFrom(count + 1, count + 0.5, Infinity),
      fc.nat(6),
    );
  const each = fc
    .tuple(
      ...Array.from({ length: offers }, (_, a) =>
        fc.option(most(countOf(choice, (b) => b === a)), { nil: undefined }),
      ),
    )
    .map((limits) => limits.slice(0, 1 + (limits.length % 4)));
  return fc.record({ total: most(countOf(choice, (a) => a > 0)), offers: each }, { requiredKeys: [] });
}

function segmentLimitsLike(choices: Choices, choice: readonly number[], segment: Labels) {
  const limits = [...new Set(segment)].map((name) => {
    const has = segment.map((other) => other === name);
    const spent = spentBy(choices, choice, has);
    const size = has.filter(Boolean).length;
    const share = choice.filter((a, i) => has[i] && a > 0).length / size;
    const percent = (min: number, max: number) => fc.integer({ min, max }).map((times) => times / 100);
    const [lower, higher] = [percent(0, 100), percent(100, 200)];
    const either = (tight: number, slack: fc.Arbitrary<number>) =>
      fc.oneof(
        fc.constant(tight),
        slack.map((times) => times * tight),
      );
    return fc.record<SegmentLimits>(
      {
        minSpend: either(spent, lower),
        maxSpend: fc.oneof(either(spent, higher), fc.constant(Infinity)),
        minShare: either(share, lower),
        maxShare: either(share, higher).map((most) => Math.min(1, most)),
      },
      { requiredKeys: [] },
    );
  });
  return fc.tuple(...limits).map((each) => ({
    segment,
    limits: Object.fromEntries([...new Set(segment)].map((name, k) => [name, each[k]])),
  }));
}

const countOf = (choice: readonly number[], counts: (a: number) => boolean) => choice.filter(counts).length;

const spentBy = ({ offers, cost }: Choices, choice: ArrayLike<number>, has?: readonly boolean[]) =>
  Array.from(choice).reduce((sum, a, i) => sum + (!has || has[i] ? cost[i * offers + a] : 0), 0);

/** The share of a group's customers that get an offer, of the least such group to the greatest. */
function ratioOf(group: Labels, choice: ArrayLike<number>): number {
  const rates = [...new Set(group)].map((name) => {
    const own = Array.from(choice).filter((_, i) => group[i] === name);
    return own.filter((a) => a > 0).length / own.length;
  });
  const most = Math.max(0, ...rates);
  return most === 0 ? 1 : Math.min(...rates) / most;
}

/** Tells of a policy by how much it breaks its most broken limit, by their definitions; at most 0 where it keeps all. */
export function excessIn(problem: BudgetProblem): (choice: ArrayLike<number>) => number {
  const { customers, offers, gain, cost, budget = Infinity, capacity, perSegment, fairness } = problem;
  const segments = membersOf(perSegment ? Array.from(perSegment.segment) : []);
  const groups = [...membersOf(fairness ? Array.from(fairness.group) : []).values()];
  const everyone = [...Array(customers).keys()];
  return (choice) => {
    const spent = (members: readonly number[]) => {
      let sum = 0;
      for (const i of members) sum += cost[i * offers + choice[i]];
      return sum;
    };
    const contacted = (members: readonly number[]) => {
      let count = 0;
      for (const i of members) if (choice[i] > 0) count++;
      return count;
    };
    let over = Math.max(
      spent(everyone) - Math.floor(budget * 100 + 1e-6) / 100,
      contacted(everyone) - (capacity?.total ?? Infinity),
    );
    for (const i of everyone) if (choice[i] > 0 && !(gain[i * offers + choice[i]] > 0)) return Infinity;
    capacity?.offers?.forEach((most = Infinity, a) => {
      if (a > 0) over = Math.max(over, everyone.filter((i) => choice[i] === a).length - most);
    });
    for (const [name, limit] of Object.entries(perSegment?.limits ?? {})) {
      const members = segments.get(name)!;
      const { minSpend = 0, maxSpend = Infinity, minShare = 0, maxShare = 1 } = limit;
      const share = contacted(members) / members.length;
      over = Math.max(
        over,
        minSpend - spent(members),
        spent(members) - maxSpend,
        minShare - share,
        share - maxShare,
      );
    }
    if (fairness) {
      const rates = groups.map((members) => contacted(members) / members.length);
      const most = Math.max(0, ...rates);
      over = Math.max(over, fairness.ratio * most - Math.min(most, ...rates));
    }
    return over;
  };
}

function membersOf(labels: Labels): Map<string, number[]> {
  const members = new Map<string, number[]>();
  labels.forEach((label, i) => members.set(String(label), [...(members.get(String(label)) ?? []), i]));
  return members;
}

/** The greatest gain of any policy that breaks no limit by more than `tolerance`; -Infinity where there is none. */
export function bestOfAll(problem: BudgetProblem, tolerance: number): number {
  const { customers, offers, gain } = problem;
  const excess = excessIn(problem);
  const choice = new Int32Array(customers);
  let best = -Infinity;
  const tryFrom = (i: number, gained: number): void => {
    if (i === customers) {
      if (gained > best && excess(choice) <= tolerance) best = gained;
      return;
    }
    for (let a = 0; a < offers; a++) {
      if (a > 0 && !(gain[i * offers + a] > 0)) continue;
      choice[i] = a;
      tryFrom(i + 1, gained + gain[i * offers + a]);
    }
  };
  tryFrom(0, 0);
  return best;
}
