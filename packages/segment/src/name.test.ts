import { plantGroups } from '../test/planted-groups.mjs';
import { segmentNumbers } from './assign.js';
import { fitSegments } from './fit.js';
import { nameSegments } from './name.js';
import { rankShares } from './naming/match-archetypes.js';
import { archetypes, type Archetype } from './naming/archetypes.js';
import { profileSegments } from './profile.js';

describe('rankShares', () => {
  it('ranks from 0 to 1, equals in the middle of theirs', () => {
    expect(rankShares([5, 1, 3])).toEqual([1, 0, 0.5]);
    expect(rankShares([2, 2, 9, 0])).toEqual([0.5, 0.5, 1, 0]);
    expect(rankShares([7])).toEqual([0]);
  });
});

describe('nameSegments', () => {
  const { table, features, value, risk } = plantGroups(1000, 4, 3);

  it.each([4, 6])('names %i segments alike where it is told who is in which', (k) => {
    const model = fitSegments(table, { features, k });
    const segment = segmentNumbers(model, table);
    expect(nameSegments(model, table, { value, risk, segment })).toEqual(
      nameSegments(model, table, { value, risk }),
    );
    const swapped = segment.map((s) => k - 1 - s);
    expect(nameSegments(model, table, { value, risk, segment: swapped }).names).not.toEqual(
      nameSegments(model, table, { value, risk }).names,
    );
  });

  it.each([2, 3, 5, 6, 8, 12])('gives %i segments distinct names, each true of value and risk', (k) => {
    const measured = { ...table, value, risk };
    const model = nameSegments(fitSegments(table, { features, k }), measured, {
      value: 'value',
      risk: 'risk',
    });
    expect(new Set(model.names).size).toBe(k);
    for (const { name, measures } of profileSegments(model, measured, { measures: ['value', 'risk'] })) {
      const archetype = archetypes.find((it) => it.name === name);
      const [value, risk] = measures.slice(-2);
      if (!archetype) continue;
      if (archetype.value !== 0.5) expect(value.mean > value.everyone).toBe(archetype.value === 1);
      expect(risk.mean > risk.everyone).toBe(archetype.risk === 1);
    }
  });

  it('describes segments beyond the archetypes by what is true of them', () => {
    const model = nameSegments(fitSegments(table, { features, k: 8 }), table, { value, risk });
    const profiles = profileSegments(model, table);
    const described = profiles.filter(({ name }) => archetypes.every((archetype) => archetype.name !== name));
    expect(described.length).toBeGreaterThanOrEqual(4);
    for (const { name, measures } of described) {
      for (const { column, mean, everyone } of measures) {
        const title = { charges: 'Charges', support_calls: 'Support Calls', usage: 'Usage' }[column];
        if (name.includes(`High ${title}`)) expect(mean).toBeGreaterThan(everyone);
        if (name.includes(`Low ${title}`)) expect(mean).toBeLessThan(everyone);
      }
      expect(name).toMatch(/High|Low/);
    }
  });

  it('puts tenure into a word of its own, before the others', () => {
    const customers = {
      tenure_months: [1, 2, 1, 2, 60, 61, 60, 61, 30, 31],
      support_calls: [8, 9, 8, 9, 1, 1, 1, 1, 1, 1],
    };
    const named = nameSegments(
      fitSegments(customers, { features: Object.keys(customers), k: 3 }),
      customers,
      {
        value: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        risk: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      },
    );
    expect(named.names).toContain('New, High Support Calls');
    expect(named.names.filter((name) => name.startsWith('Long-Standing'))).toHaveLength(1);
  });

  it("takes the caller's archetypes", () => {
    const mine = [
      { name: 'Keep', value: 1, risk: 0.5 },
      { name: 'Watch', value: 0, risk: 0.5 },
    ];
    const measured = { ...table, value };
    const model = nameSegments(fitSegments(table, { features, k: 2 }), measured, {
      value: 'value',
      risk,
      archetypes: mine,
    });
    const profiles = profileSegments(model, measured, { measures: ['value'] });
    const worth = (name: string) => profiles.find((it) => it.name === name)!.measures.at(-1)!.mean;
    expect(worth('Keep')).toBeGreaterThan(worth('Watch'));
  });

  it('refuses archetypes that cannot be told apart, or that stand nowhere', () => {
    const model = fitSegments(table, { features });
    const name = (archetypes: Archetype[]) => () => nameSegments(model, table, { value, risk, archetypes });
    const keep = { name: 'Keep', value: 1, risk: 0 };
    expect(name([keep, keep])).toThrow('archetypes name one twice: Keep');
    expect(name([{ ...keep, risk: 2 }])).toThrow(
      'value and risk of an archetype must lie between 0 and 1: Keep, 1, 2',
    );
  });

  it('changes nothing but the names', () => {
    const model = fitSegments(table, { features });
    const named = nameSegments(model, table, { value, risk });
    expect({ ...named, names: model.names }).toEqual(model);
    expect(model.names).toEqual(['Segment 1', 'Segment 2', 'Segment 3', 'Segment 4']);
  });

  it('refuses measures that do not fit the table', () => {
    const model = fitSegments(table, { features });
    const name = (value: string | number[]) => () => nameSegments(model, table, { value, risk });
    expect(name([1, 2])).toThrow('value has 2 rows where the table has 1000');
    expect(name('chargse')).toThrow('unknown column: chargse (did you mean charges?)');
    expect(name(new Array(1000).fill(NaN))).toThrow('segment 0 has no rows with a value: it cannot be named');
    const infinite = Array.from(value);
    infinite[6] = Infinity;
    expect(name(infinite)).toThrow('row 7, value: Infinity is not finite');
  });
});
