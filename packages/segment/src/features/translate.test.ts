import fc from 'fast-check';
import type { FeatureColumn } from './read-features.js';
import { applyScaler, fitScaler } from './scaler.js';
import { translate } from './translate.js';

const plans = ['basic', 'gold', 'free', 'silver'];
const customers = fc.array(
  fc.record({ usage: fc.integer({ min: 0, max: 50 }), plan: fc.constantFrom(...plans) }),
  { minLength: 2, maxLength: 30 },
);
type Customer = { usage: number; plan: string };

const columnsOf = (some: readonly Customer[]): FeatureColumn[] => [
  { kind: 'number', column: 'usage', values: Float64Array.from(some, ({ usage }) => usage) },
  { kind: 'category', column: 'plan', values: some.map(({ plan }) => plan) },
];

describe('translate', () => {
  it.each(['standard', 'robust'] as const)(
    'takes a customer to where the other scaler has them, scale %s',
    (scale) => {
      fc.assert(
        fc.property(customers, customers, (before, after) => {
          const [from, to] = [before, after].map((some) =>
            fitScaler(columnsOf(some), { scale, categoryWeight: 1 }),
          );
          const known = new Set(after.map(({ plan }) => plan));
          for (const customer of before) {
            if (!known.has(customer.plan)) continue;
            const [here, there] = [from, to].map((scaler) => [
              ...applyScaler(scaler, columnsOf([customer])).values,
            ]);
            translate(here, from, to).forEach((coordinate, i) => expect(coordinate).toBeCloseTo(there[i], 9));
          }
        }),
      );
    },
  );

  it('leaves out a level that the other does not know', () => {
    const [from, to] = [
      ['basic', 'gold', 'gold', 'free'],
      ['basic', 'gold'],
    ].map((some) =>
      fitScaler([{ kind: 'category', column: 'plan', values: some }], {
        scale: 'standard',
        categoryWeight: 1,
      }),
    );
    const [free] = [applyScaler(from, [{ kind: 'category', column: 'plan', values: ['free'] }]).values];
    // Neither basic nor gold, of which half are each.
    const { shares, weight } = to.columns[0] as { shares: number[]; weight: number };
    translate([...free], from, to).forEach((coordinate, l) =>
      expect(coordinate).toBeCloseTo(-shares[l] * weight, 9),
    );
  });
});
