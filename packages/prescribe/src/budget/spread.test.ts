import { randomSource } from '@clv/contracts';
import fc from 'fast-check';
import { allocateBudget } from './allocate.js';
import { budgetEdge, edgeAbove } from './budget-edge.js';
import { emptyBins } from './return-bins.js';
import { binChoices, chooseByEdge, gatherAtEdge, settleAtEdge } from './spread.js';
import type { Choices } from './upgrades.js';

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
    const shares = parts.map((rows) => gatherAtEdge(rowsOf(all, rows), edge));
    const near = shares
      .flatMap(({ atEdge }, part) => [...atEdge].map((place) => parts[part][place]))
      .sort((one, other) => one - other);
    const settled = settleAtEdge(rowsOf(all, near), shares, edge, budget);
    if (!settled) continue;
    const choice = new Int32Array(all.customers);
    for (const rows of parts) {
      const own = new Map(
        [...settled.exceptions]
          .filter(([place]) => rows.includes(near[place]))
          .map(([place, offer]) => [rows.indexOf(near[place]), offer]),
      );
      chooseByEdge(rowsOf(all, rows), edge, own).forEach((offer, i) => (choice[rows[i]] = offer));
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

  it('buys everything worth buying without a budget, and asks for nobody near the edge', () => {
    const all = drawChoices(500, 3, 1);
    const bins = emptyBins();
    binChoices(bins, all);
    const edge = budgetEdge(bins);
    const { atEdge, gain } = gatherAtEdge(all, edge);
    expect([edge.critical, atEdge.length]).toEqual([-1, 0]);
    expect(gain).toBeCloseTo(allocateBudget(all).gain, 7);
  });

  it('says that the edge lies higher where others alone spend more than the budget', () => {
    const all = drawChoices(50, 3, 1);
    expect(settleAtEdge(all, [{ spent: 11, gain: 1 }], { critical: 5, last: 5 }, 10)).toBeUndefined();
  });
});
