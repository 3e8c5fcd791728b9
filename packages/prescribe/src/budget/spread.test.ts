import { randomSource } from '@clv/contracts';
import fc from 'fast-check';
import { allocateBudget } from '../allocate-budget.js';
import type { Choices } from './choices.js';
import { budgetEdge, edgeAbove, edgeOfAnyone } from './edge/budget-edge.js';
import { covers, wideEdge, withBinAbove } from './edge/wide-edge.js';
import { addSums, emptyBins } from './returns/return-bins.js';
import { binChoices, chooseByEdge, nearEdge, settleAtEdge } from './spread.js';
import { findUpgrades } from './upgrades/find-upgrades.js';

/** Customers whose offers cost whole cents and gain about as much, so that many returns are equal. */
function drawChoices(customers: number, offers: number, seed: number): Choices {
  const random = randomSource(seed);
  const matrix = () => new Float64Array(customers * offers);
  const choices = { customers, offers, gain: matrix(), cost: matrix() };
  for (let at = 0; at < customers * offers; at++) {
    if (at % offers === 0) continue;
    choices.cost[at] = Math.floor(random() * 5000) / 100;
    choices.gain[at] = choices.cost[at] * (Math.floor(random() * 40) / 10) - 5;
  }
  return choices;
}

function rowsOf({ offers, gain, cost }: Choices, rows: readonly number[]): Choices {
  const taken = (matrix: Float64Array) =>
    Float64Array.from(rows.flatMap((row) => [...matrix.subarray(row * offers, (row + 1) * offers)]));
  return { customers: rows.length, offers, gain: taken(gain), cost: taken(cost) };
}

/** Spends a budget over customers whom several hold, each only some; the parts' rows are numbers among all. */
function spreadBudget(all: Choices, parts: readonly number[][], budget: number) {
  const bins = emptyBins();
  for (const rows of parts) binChoices(bins, rowsOf(all, rows));
  for (let edge = budgetEdge(bins, budget); ; edge = edgeAbove(bins, edge)) {
    const near = parts
      .flatMap((rows) => Array.from(nearEdge(findUpgrades(rowsOf(all, rows)), edge), (place) => rows[place]))
      .sort((one, other) => one - other);
    const settled = settleAtEdge(rowsOf(all, near), bins, edge, budget);
    if (!settled) continue;
    const choice = new Int32Array(all.customers);
    for (const rows of parts) {
      const own = new Map(
        [...settled.exceptions]
          .filter(([place]) => rows.includes(near[place]))
          .map(([place, offer]) => [rows.indexOf(near[place]), offer]),
      );
      chooseByEdge(findUpgrades(rowsOf(all, rows)), edge, own).forEach(
        (offer, i) => (choice[rows[i]] = offer),
      );
    }
    return { ...settled, choice };
  }
}

describe('a budget spread over customers whom no one machine holds', () => {
  it('gives each what allocateBudget gives, and spends and gains as much, whoever holds whom', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 2, max: 5 }),
        fc.integer(),
        fc.double({ min: 0, max: 1.2, noNaN: true }),
        fc.integer({ min: 1, max: 7 }),
        (customers, offers, seed, share, holders) => {
          const all = drawChoices(customers, offers, seed);
          const budget = Math.round(allocateBudget(all).spent * share * 100) / 100;
          const random = randomSource(seed, 1);
          const parts = Array.from({ length: holders }, (): number[] => []);
          // Squared, so that the first holder has many and the last may have nobody.
          for (let i = 0; i < customers; i++) parts[Math.floor(random() ** 2 * holders)].push(i);
          const whole = allocateBudget({ ...all, budget });
          const spread = spreadBudget(all, parts, budget);
          expect(spread.choice).toEqual(whole.choice);
          for (const key of ['spent', 'gain', 'bound', 'gap', 'shadowPrice'] as const)
            expect(spread[key]).toBeCloseTo(whole[key], 7);
        },
      ),
      { numRuns: 60, seed: 42 },
    );
  });

  it('asks for nobody near the edge without a budget', () => {
    const all = drawChoices(500, 3, 1);
    const bins = emptyBins();
    const upgrades = binChoices(bins, all);
    const edge = budgetEdge(bins);
    expect([edge.critical, nearEdge(upgrades, edge).length]).toEqual([-1, 0]);
    const settled = settleAtEdge(rowsOf(all, []), bins, edge)!;
    expect(settled.gain).toBeCloseTo(allocateBudget(all).gain, 7);
  });

  it('says that the edge lies higher where those above it alone spend more than the budget', () => {
    const bins = emptyBins();
    addSums(bins, 6, { cost: 11, gain: 1, count: 1 });
    expect(settleAtEdge(drawChoices(0, 3, 1), bins, { critical: 5, last: 5 }, 10)).toBeUndefined();
  });

  it('settles the same among whom the guess of half of the customers leaves open, and all others get by the guess what they get by the edge', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (seed, share) => {
        const all = drawChoices(6000, 3, seed);
        const budget = allocateBudget(all).spent * share;
        const [some, bins] = [emptyBins(), emptyBins()];
        binChoices(
          some,
          rowsOf(
            all,
            Array.from({ length: 3000 }, (_, i) => i),
          ),
        );
        const upgrades = binChoices(bins, all);
        const [wide, edge] = [wideEdge(some, budget / 2), budgetEdge(bins, budget)];
        expect(covers(wide, edge)).toBe(true);
        const kept = [...nearEdge(upgrades, wide)];
        const near = [...nearEdge(upgrades, edge)];
        expect(kept).toEqual(expect.arrayContaining(near));
        const byKept = settleAtEdge(rowsOf(all, kept), bins, edge, budget)!;
        const byNear = settleAtEdge(rowsOf(all, near), bins, edge, budget)!;
        const [early, late] = [wide, edge].map((at) => chooseByEdge(upgrades, at, new Map()));
        const others = [...early.keys()].filter((customer) => !kept.includes(customer));
        expect(others.map((customer) => early[customer])).toEqual(others.map((customer) => late[customer]));
        const named = ({ exceptions }: typeof byKept, among: number[]) =>
          [...exceptions].map(([place, offer]) => [among[place], offer]);
        expect(named(byKept, kept)).toEqual(named(byNear, near));
        expect(byKept.spent).toBe(byNear.spent);
      }),
      { numRuns: 10, seed: 42 },
    );
  });

  it('an edge that is not as wide as that of all does not cover it', () => {
    const wide = { critical: 110, last: 90 };
    const edges = [
      { critical: 111, last: 100 },
      { critical: 100, last: 89 },
      { critical: 110, last: 90 },
      { critical: -1, last: -1 },
    ];
    expect(edges.map((edge) => covers(wide, edge))).toEqual([false, false, true, false]);
    expect(edges.map((edge) => covers(edgeOfAnyone, withBinAbove(edge)))).toEqual([true, true, true, true]);
  });
});
