import { randomSource } from '@clv/contracts';
import fc from 'fast-check';
import { allocateBudget } from '../allocate-budget.js';
import { allocateBlocks } from './allocate-blocks.js';
import type { Choices } from './choices.js';

/** Customers whose offers cost whole cents and gain about as much, so that many returns are alike. */
function drawChoices(customers: number, offers: number, seed: number): Choices {
  const random = randomSource(seed);
  const choices = {
    customers,
    offers,
    gain: new Float64Array(customers * offers),
    cost: new Float64Array(customers * offers),
  };
  for (let at = 0; at < customers * offers; at++) {
    if (at % offers === 0) continue;
    choices.cost[at] = Math.floor(random() * 5000) / 100;
    choices.gain[at] = choices.cost[at] * (Math.floor(random() * 40) / 10) - 5;
  }
  return choices;
}

function* cut({ customers, offers, gain, cost }: Choices, size: number): Generator<Choices> {
  for (let from = 0; from < customers; from += size) {
    const to = Math.min(from + size, customers);
    yield {
      customers: to - from,
      offers,
      gain: gain.slice(from * offers, to * offers),
      cost: cost.slice(from * offers, to * offers),
    };
  }
}

describe('allocateBlocks', () => {
  it('gives every customer what allocateBudget gives, to the last bit, however they are divided into blocks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6000 }),
        fc.integer({ min: 2, max: 5 }),
        fc.integer(),
        fc.double({ min: 0, max: 1.2, noNaN: true }),
        fc.constantFrom(1000, 2048),
        (customers, offers, seed, share, size) => {
          const all = drawChoices(customers, offers, seed);
          const unlimited = allocateBudget(all);
          const budget = Math.round(unlimited.spent * share * 100) / 100;
          const { choice, ...whole } = allocateBudget({ ...all, budget });
          const { choose, ...inBlocks } = allocateBlocks(() => cut(all, size), budget);
          expect(inBlocks).toEqual(whole);
          let first = 0;
          for (const block of cut(all, size)) {
            expect(choose(block, first)).toEqual(choice.slice(first, first + block.customers));
            first += block.customers;
          }
        },
      ),
      { numRuns: 60, seed: 42 },
    );
  });

  it('buys everything worth buying without a budget', () => {
    const all = drawChoices(3000, 3, 1);
    expect(allocateBlocks(() => cut(all, 1024)).gain).toBe(allocateBudget(all).gain);
  });

  it('refuses a negative budget and unsound numbers', () => {
    const all = drawChoices(10, 3, 1);
    expect(() => allocateBlocks(() => cut(all, 1024), -1)).toThrow('budget must be at least 0: -1');
    all.cost[4] = NaN;
    expect(() => allocateBlocks(() => cut(all, 1024), 5)).toThrow('row 2, offer 1: cost must be');
  });
});
