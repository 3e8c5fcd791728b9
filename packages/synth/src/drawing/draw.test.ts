import { randomSource } from '@clv/contracts';
import fc from 'fast-check';
import { randomNormal } from 'd3-random';
import { Draw } from './draw.js';

const seeds = fc.integer();

describe('Draw', () => {
  it('draws the uniform numbers of its source in turn', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [draw, random] = [new Draw(randomSource(seed)), randomSource(seed)];
        for (let i = 0; i < 3000; i++) expect(draw.uniform()).toBe(random());
      }),
      { numRuns: 5 },
    );
  });

  it('draws the Gaussians of d3-random, also where other numbers are drawn in between', () => {
    const others = fc.array(fc.boolean(), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(seeds, others, (seed, turns) => {
        const [draw, random] = [new Draw(randomSource(seed)), randomSource(seed)];
        const normal = randomNormal.source(random)(0, 1);
        for (let i = 0; i < 500; i++)
          if (turns[i % turns.length]) expect(draw.normal(3, 0.7)).toBe(3 + 0.7 * normal());
          else expect(draw.near(2, 0.5)).toBe(2 + 0.5 * (2 * random() - 1));
      }),
    );
  });
});
