import fc from 'fast-check';
import { nameSegments } from '../name.js';
import type { SegmentModel } from '../segment-model.js';
import { archetypes } from './archetypes.js';

/** A customer of a table that is made up, and the number of the segment that they are in. */
interface Customer {
  segment: number;
  value: number;
  risk: number;
  tenure_months: number;
  support_calls: number;
  contract: string;
  paperless: string;
}

const few = fc.integer({ min: 0, max: 4 });
const traits = {
  value: few,
  risk: few,
  tenure_months: few,
  support_calls: fc.oneof({ weight: 9, arbitrary: few }, { weight: 1, arbitrary: fc.constant(NaN) }),
  contract: fc.constantFrom('Monthly', 'Yearly', ''),
  paperless: fc.constantFrom('Yes', 'No'),
};

/** Up to twelve segments with customers of small whole numbers, so that ties abound, and blanks are there. */
const groups = fc
  .integer({ min: 1, max: 12 })
  .chain((k) =>
    fc.tuple(
      ...Array.from({ length: k }, (_, segment) =>
        fc.array(fc.record({ segment: fc.constant(segment), ...traits }), { minLength: 1, maxLength: 4 }),
      ),
    ),
  )
  .map((segments) => segments.flat());

const features = ['tenure_months', 'support_calls'] as const;
const categories = ['contract', 'paperless'] as const;

function named(customers: readonly Customer[], order?: readonly number[]): string[] {
  const k = Math.max(...customers.map(({ segment }) => segment)) + 1;
  const renumbered = order ?? Array.from({ length: k }, (_, s) => s);
  const centroids: number[][] = [];
  for (const [s, to] of renumbered.entries()) centroids[to] = [s, -s, 0, 0, 0, 0];
  const numbers = { median: 0, centre: 0, spread: 1, missing: 0, constant: false };
  const levels = { shares: [0.5, 0.5], weight: 1, missing: 0, constant: false };
  const model: SegmentModel = {
    format: 'clv-segments',
    version: 1,
    features: [...features, ...categories],
    scaler: {
      scale: 'standard',
      columns: [
        ...features.map((column) => ({ kind: 'number' as const, column, ...numbers })),
        { kind: 'category', column: 'contract', levels: ['Monthly', 'Yearly'], ...levels },
        { kind: 'category', column: 'paperless', levels: ['Yes', 'No'], ...levels },
      ],
    },
    centroids,
    names: centroids.map((_, s) => `Segment ${s + 1}`),
    inertia: 1,
    silhouette: 0,
    sizes: centroids.map(() => 1),
    notices: [],
  };
  const table = Object.fromEntries(
    ['value', 'risk', ...features, ...categories].map((column) => [
      column,
      customers.map((customer) => customer[column as keyof Customer]),
    ]),
  );
  const segment = Int32Array.from(customers, (customer) => renumbered[customer.segment]);
  const { names } = nameSegments(model, table, { value: 'value', risk: 'risk', segment });
  return renumbered.map((to) => names[to]);
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, it) => sum + it, 0) / numbers.length;

/** What is known of a segment and of all, by plain arithmetic. */
function factsOf(customers: readonly Customer[], segment: number) {
  const known = (column: keyof Customer, of: readonly Customer[]) =>
    of.map((customer) => customer[column] as number).filter((it) => !Number.isNaN(it));
  const own = customers.filter((customer) => customer.segment === segment);
  const effectOf = (column: keyof Customer) => {
    const [all, here] = [known(column, customers), known(column, own)];
    const everyone = mean(all);
    const deviation = Math.sqrt(mean(all.map((it) => (it - everyone) ** 2)));
    return here.length === 0 || deviation === 0 ? 0 : (mean(here) - everyone) / deviation;
  };
  const effects = new Map((['value', 'risk', ...features] as const).map((it) => [it, effectOf(it)]));
  const effect = (column: 'value' | 'risk' | (typeof features)[number]) => effects.get(column)!;
  const share = (column: 'contract' | 'paperless', level: string) => {
    const among = (of: readonly Customer[]) => {
      const filled = of.filter((customer) => customer[column] !== '');
      return filled.filter((customer) => customer[column] === level).length / filled.length;
    };
    return { here: among(own), everyone: among(customers) };
  };
  return { effect, share };
}

const rounding = 1e-9;
const high = (effect: number) => effect >= 0.2 - rounding;

/** Whether a word of a name is true of a segment, in the sense that the docs give to it; undefined for an unknown word. */
function isTrue(word: string, { effect, share }: ReturnType<typeof factsOf>): boolean | undefined {
  const [value, risk] = [effect('value'), effect('risk')];
  const most = (column: 'contract' | 'paperless', level: string) => {
    const { here, everyone } = share(column, level);
    return here > 0.5 && here > everyone;
  };
  const more = (column: 'contract' | 'paperless', level: string) => {
    const { here, everyone } = share(column, level);
    return here > everyone;
  };
  const few = (column: 'contract' | 'paperless', level: string) => {
    const { here, everyone } = share(column, level);
    return here < 0.5 && here < everyone;
  };
  const isWorthAWord = (column: 'contract' | 'paperless', level: string) => {
    const { here, everyone } = share(column, level);
    return Math.abs(here - everyone) > (0.2 + rounding) * Math.sqrt(everyone * (1 - everyone));
  };
  const senses: Record<string, boolean> = {
    VIPs: value > 0 && risk < 0,
    'Steady Users': risk < 0,
    'At-Risk High-Value': value > 0 && risk > 0,
    'Low-Value Transients': value < 0 && risk > -0.2,
    Typical:
      features.every((column) => Math.abs(effect(column)) < 0.2 + rounding) &&
      ['Monthly', 'Yearly'].every((level) => !isWorthAWord('contract', level)) &&
      !isWorthAWord('paperless', 'Yes'),
    New: high(-effect('tenure_months')),
    'Long-Standing': high(effect('tenure_months')),
    'High Support Calls': high(effect('support_calls')),
    'Low Support Calls': high(-effect('support_calls')),
    'Monthly Contract': most('contract', 'Monthly'),
    'Yearly Contract': most('contract', 'Yearly'),
    'More Monthly Contract': more('contract', 'Monthly'),
    'More Yearly Contract': more('contract', 'Yearly'),
    'Not Monthly Contract': few('contract', 'Monthly'),
    'Not Yearly Contract': few('contract', 'Yearly'),
    'Fewer Monthly Contract': more('contract', 'Yearly'),
    'Fewer Yearly Contract': more('contract', 'Monthly'),
    Paperless: most('paperless', 'Yes'),
    'No Paperless': most('paperless', 'No'),
    'More Paperless': more('paperless', 'Yes'),
    'More No Paperless': more('paperless', 'No'),
    'Fewer Paperless': more('paperless', 'No'),
    'Fewer No Paperless': more('paperless', 'Yes'),
  };
  return Object.hasOwn(senses, word) ? senses[word] : undefined;
}

const isArchetype = (name: string) => archetypes.some((archetype) => archetype.name === name);

/** As many of the archetypes as can be given one-to-one, by trying all ways, given which each segment could have. */
function mostGiven(could: readonly boolean[][], archetype = 0, taken: readonly number[] = []): number {
  if (archetype === archetypes.length) return 0;
  const ways = could.flatMap((it, s) =>
    it[archetype] && !taken.includes(s) ? [1 + mostGiven(could, archetype + 1, [...taken, s])] : [],
  );
  return ways.length > 0
    ? Math.max(mostGiven(could, archetype + 1, taken), ...ways)
    : mostGiven(could, archetype + 1, taken);
}

describe('names of up to twelve made-up segments', () => {
  it('are true of their people in every word', () => {
    fc.assert(
      fc.property(groups, (customers) => {
        for (const [s, name] of named(customers).entries()) {
          const facts = factsOf(customers, s);
          const words = name.replace(/ \(\d+\)$/, '').split(', ');
          expect(words.filter((word) => !isTrue(word, facts))).toEqual([]);
        }
      }),
      { numRuns: 3000, seed: 42 },
    );
  });

  it('differ from each other', () => {
    fc.assert(
      fc.property(groups, (customers) => {
        const names = named(customers);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 2000, seed: 42 },
    );
  });

  it('do not depend on the numbers of the segments', () => {
    const renumbered = groups.chain((customers) => {
      const k = Math.max(...customers.map(({ segment }) => segment)) + 1;
      const numbers = Array.from({ length: k }, (_, s) => s);
      return fc.tuple(fc.constant(customers), fc.shuffledSubarray(numbers, { minLength: k, maxLength: k }));
    });
    fc.assert(
      fc.property(renumbered, ([customers, order]) => {
        expect(named(customers, order)).toEqual(named(customers));
      }),
      { numRuns: 2000, seed: 42 },
    );
  });

  it('are VIPs, Steady Users, At-Risk High-Value and Low-Value Transients as often as that can be true', () => {
    fc.assert(
      fc.property(groups, (customers) => {
        const names = named(customers);
        const could = names.map((_, s) => {
          const facts = factsOf(customers, s);
          return archetypes.map(({ name }) => isTrue(name, facts)!);
        });
        expect(names.filter(isArchetype)).toHaveLength(mostGiven(could));
      }),
      { numRuns: 1000, seed: 42 },
    );
  });

  it('give VIPs and At-Risk High-Value to the most valuable of those without a name that they are true of', () => {
    fc.assert(
      fc.property(groups, (customers) => {
        const names = named(customers);
        const facts = names.map((_, s) => factsOf(customers, s));
        for (const name of ['VIPs', 'At-Risk High-Value']) {
          const given = names.indexOf(name);
          for (const [s, fact] of facts.entries())
            if (given >= 0 && !isArchetype(names[s]) && isTrue(name, fact))
              expect(fact.effect('value')).toBeLessThanOrEqual(facts[given].effect('value') + rounding);
        }
      }),
      { numRuns: 1000, seed: 42 },
    );
  });

  it('call Low-Value Transients whom is likelier to leave than all, before others of low value', () => {
    fc.assert(
      fc.property(groups, (customers) => {
        const names = named(customers);
        const facts = names.map((_, s) => factsOf(customers, s));
        const given = names.indexOf('Low-Value Transients');
        for (const [s, { effect }] of facts.entries())
          if (
            given >= 0 &&
            !isArchetype(names[s]) &&
            effect('value') < -rounding &&
            effect('risk') > rounding
          )
            expect(facts[given].effect('risk')).toBeGreaterThan(0);
      }),
      { numRuns: 1000, seed: 42 },
    );
  });

  it('are none of the four where all customers are alike in value and risk, whatever the rounding', () => {
    fc.assert(
      fc.property(groups, fc.double({ noNaN: true, min: -1e100, max: 1e100 }), (customers, constant) => {
        const alike = customers.map((customer) => ({ ...customer, value: constant, risk: 0.1 }));
        expect(named(alike).filter(isArchetype)).toEqual([]);
      }),
      { numRuns: 500, seed: 42 },
    );
  });
});
