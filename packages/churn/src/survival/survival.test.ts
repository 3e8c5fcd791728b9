import { randomSource } from '@clv/contracts';
import { fitChurn } from '../fit.js';
import { makeCustomers } from '../../test/customers.js';
import { readTelco, telcoSchema } from '../../test/telco.js';
import { fitSurvival } from './fit-survival.js';
import { predictChurn } from '../predict.js';
import { survivalByTenure } from './survival-by-tenure.js';
import { survivalCurve } from './survival-curve.js';
import { curvesOf, type SurvivalModel } from './survival-model.js';

/** The chance that a customer of the base is still there after so many months, by the hazards of the spans. */
function survivors({ spans }: SurvivalModel, months: number): number {
  let staying = 1;
  for (let month = 1; month <= months; month++)
    staying *= 1 - spans.find(({ until }) => month <= until)!.hazard;
  return staying;
}

describe('fitSurvival', () => {
  it('finds each customer’s own chance of staying, by which lives were drawn', () => {
    const random = randomSource(5);
    const count = 60_000;
    const hazardOf = (level: number, month: number) => 1 / (1 + Math.exp(3.5 - level + month / 20));
    const seenOff = 0.03;
    const levels = Float64Array.from({ length: count }, () => (random() - 0.5) * 3);
    const labels = new Float64Array(count);
    const tenures = levels.map((level, row) => {
      for (let month = 1; ; month++) {
        labels[row] = random() < hazardOf(level, month) ? 1 : 0;
        if (labels[row] === 1 || random() < seenOff) return month;
      }
    });
    const probabilities = levels.map((level, row) => {
      const left = hazardOf(level, tenures[row]);
      return left / (left + (1 - left) * seenOff);
    });
    const survival = fitSurvival('tenure', { tenures, labels, probabilities })!;
    for (const [level, tenure] of [
      [-1, 5],
      [0, 20],
      [1, 10],
    ]) {
      const now = hazardOf(level, tenure);
      const probability = now / (now + (1 - now) * seenOff);
      const curve = curvesOf(survival, [probability], Float64Array.of(tenure), 12);
      let truth = 1;
      for (let month = 1; month <= 12; month++) truth *= 1 - hazardOf(level, tenure + month);
      expect(Math.abs(curve[11] - truth)).toBeLessThan(0.02);
    }
  });

  it.each([
    { world: 'age alike', level: -1.8, spread: 0, ageing: 1, within: 0.02 },
    { world: 'differ, and do not age', level: -2.8, spread: 1.2, ageing: 0, within: 0.012 },
    { world: 'differ and age', level: -2, spread: 0.6, ageing: 0.5, within: 0.016 },
  ])('tells of customers who $world who is still there in a year', ({ level, spread, ageing, within }) => {
    const random = randomSource(11);
    const [count, seenOff] = [40_000, 0.05];
    const labels = new Float64Array(count);
    const tenures = new Float64Array(count);
    const levels = Float64Array.from({ length: count }, () => level + spread * (2 * random() - 1));
    const hazardOf = (row: number, month: number) =>
      1 / (1 + Math.exp(2.4 * ageing * (1 - Math.exp(-month / 15)) - levels[row]));
    for (let row = 0; row < count; row++)
      do {
        tenures[row]++;
        labels[row] = random() < hazardOf(row, tenures[row]) ? 1 : 0;
      } while (labels[row] === 0 && random() >= seenOff);
    const probabilities = levels.map((_, row) => {
      const left = hazardOf(row, tenures[row]);
      return left / (left + (1 - left) * seenOff);
    });
    const survival = fitSurvival('tenure', { tenures, labels, probabilities })!;
    const curves = curvesOf(survival, probabilities, tenures, 12);
    let [wrong, stayed] = [0, 0];
    for (let row = 0; row < count; row++) {
      if (labels[row] === 1) continue;
      let truth = 1;
      for (let month = 1; month <= 12; month++) truth *= 1 - hazardOf(row, tenures[row] + month);
      wrong += Math.abs(curves[12 * row + 11] - truth);
      stayed++;
    }
    expect(wrong / stayed).toBeLessThan(within);
  });

  it('stays finite where all who were there left in the last month', () => {
    const random = randomSource(3);
    const tenures = Float64Array.from({ length: 4000 }, (_, i) =>
      i < 600 ? 23 + (i % 2) : 1 + Math.floor(random() * 20),
    );
    const labels = tenures.map((tenure) => (tenure > 20 || random() < 0.2 ? 1 : 0));
    const probabilities = labels.map((label) => 0.2 + 0.5 * label);
    const survival = fitSurvival('tenure', { tenures, labels, probabilities })!;
    expect(survival.spans.at(-1)).toMatchObject({ until: 24, hazard: 1 });
    expect(survival.spans.map(({ shape }) => shape).every(Number.isFinite)).toBe(true);
    const staying = curvesOf(survival, [0.3, 0.3], Float64Array.of(5, 24), 24);
    expect(staying.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
  });

  it('takes tenures that no life is as long as for a hundred years, in memory of that size', () => {
    const random = randomSource(9);
    const tenures = Float64Array.from({ length: 2000 }, () => Math.floor(random() * 60));
    const labels = tenures.map(() => (random() < 0.3 ? 1 : 0));
    const probabilities = tenures.map(() => 0.3);
    const fitted = (months: number) => {
      const some = tenures.map((tenure, i) => (i < 20 ? months : tenure));
      return fitSurvival('tenure', { tenures: some, labels, probabilities });
    };
    expect(fitted(1e9)).toEqual(fitted(1200));
  });

  it('counts only the months after the snapshot where the label tells of a window', () => {
    const random = randomSource(6);
    const tenures = Float64Array.from({ length: 20_000 }, () => Math.floor(random() * 60));
    const labels = tenures.map(() => (random() < 1 - 0.95 ** 3 ? 1 : 0));
    const probabilities = tenures.map(() => 0);
    const survival = fitSurvival('tenure', { tenures, labels, probabilities }, 3)!;
    const months = survival.spans.filter(({ until }) => until > 5 && until < 55);
    const mean = months.reduce((sum, { hazard }) => sum + hazard, 0) / months.length;
    expect(mean).toBeGreaterThan(0.045);
    expect(mean).toBeLessThan(0.055);
  });
});

describe('survival of a label that tells of a window', () => {
  it.each([1, 2, 3, 6, 12])(
    'goes on as each customer’s own chance within %d months has it, where all that tenure shows is who has left',
    (windowMonths) => {
      const random = randomSource(windowMonths);
      const lives: { tenure: number; monthly: number }[] = [];
      while (lives.length < 5000) {
        const [tenure, monthly] = [Math.floor(60 * random()), 0.002 + 0.18 * random() ** 2];
        if (random() < (1 - monthly) ** tenure) lives.push({ tenure, monthly });
      }
      const tenures = Float64Array.from(lives, ({ tenure }) => tenure);
      const probabilities = Float64Array.from(lives, ({ monthly }) => 1 - (1 - monthly) ** windowMonths);
      const labels = probabilities.map((probability) => (random() < probability ? 1 : 0));
      const survival = fitSurvival('tenure', { tenures, labels, probabilities }, windowMonths)!;
      expect(survival.spans[0].hazard).toBeGreaterThan(1.5 * survival.spans.at(-1)!.hazard);
      const curves = curvesOf(survival, probabilities, tenures, 24);
      lives.forEach(({ monthly }, row) =>
        expect(Math.abs(curves[24 * row + 23] - (1 - monthly) ** 24)).toBeLessThan(1e-9),
      );
    },
  );
});

describe('the shape of many customers’ hazard', () => {
  /** The chance of staying from month `from` to month `to` of a Weibull life whose own level is `level`. */
  const staying = (level: number, from: number, to: number) => Math.exp(-level * (to ** 0.7 - from ** 0.7));

  it('is not the chance of single months: of half of the customers the months to come are right within 0.5%', () => {
    const random = randomSource(7);
    const count = 100_000;
    const levels = Float64Array.from({ length: count }, () => 0.3 * random());
    const tenures = levels.map(() => 5 + Math.floor(115 * random() ** 2));
    const probabilities = levels.map((level, row) => 1 - staying(level, tenures[row], tenures[row] + 3));
    const labels = probabilities.map((probability) => (random() < probability ? 1 : 0));
    const survival = fitSurvival('tenure', { tenures, labels, probabilities }, 3)!;

    const someone = 5_000;
    const curves = curvesOf(survival, probabilities.subarray(0, someone), tenures.subarray(0, someone), 12);
    const errors = Array.from({ length: someone }, (_, row) => {
      const months = Array.from({ length: 12 }, (_, month) => month + 1);
      const expected = months.reduce((sum, month) => sum + curves[row * 12 + month - 1], 0);
      const truth = months.reduce(
        (sum, month) => sum + staying(levels[row], tenures[row], tenures[row] + month),
        0,
      );
      return Math.abs(expected / truth - 1);
    }).sort((a, b) => a - b);
    expect(errors[someone / 2]).toBeLessThan(0.005);
  });
});

describe('survivalCurve', () => {
  it('falls month by month, faster for customers of higher risk', async () => {
    const { table, schema } = makeCustomers(3000);
    const model = await fitChurn(table, schema);
    const pair = { contract: ['Monthly', 'Yearly'], tenure: [10, 10], calls: [5, 0], noise: [0.5, 0.5] };
    const { months, survival } = await survivalCurve(model, pair, { months: 24 });
    expect(months).toBe(24);
    const [risky, safe] = [survival.slice(0, 24), survival.slice(24)];
    for (let month = 0; month < 24; month++) {
      expect(risky[month]).toBeLessThan(safe[month]);
      expect(risky[month]).toBeLessThan(month === 0 ? 1 : risky[month - 1]);
    }
    await expect(survivalCurve(model, pair, { probabilities: [0.5, 1.5] })).rejects.toThrow(
      'row 2: probabilities must lie in [0, 1]: 1.5',
    );
    await expect(survivalCurve(model, { ...pair, tenure: [10, null] })).rejects.toThrow(
      'row 2, tenure: a survival curve needs a tenure of at least 0 months: NaN',
    );
  });
});

describe('survivalByTenure', () => {
  const { table, schema } = makeCustomers(3000);
  const pair = { contract: ['Monthly', 'Yearly'], tenure: [10, 40], calls: [5, 0], noise: [0.5, 0.5] };

  it('tells by survival, tenure and probability alone what the whole model tells', async () => {
    const model = await fitChurn(table, schema);
    const survival = JSON.parse(JSON.stringify(model.survival)) as SurvivalModel;
    const probabilities = await predictChurn(model, pair);
    const options = { tenures: pair.tenure, probabilities, months: 30 };
    expect(survivalByTenure(survival, options)).toEqual(await survivalCurve(model, pair, { months: 30 }));
  });

  it('has one whose tenure is not known leave by a constant hazard, and everyone else as before', async () => {
    const { survival } = await fitChurn(table, schema);
    const probabilities = [0.271, 0.271];
    const known = survivalByTenure(survival!, { tenures: [7, 7], probabilities, months: 6 });
    const blank = survivalByTenure(survival!, { tenures: [7, NaN], probabilities, months: 6 });
    expect(blank.survival.subarray(0, 6)).toEqual(known.survival.subarray(0, 6));
    for (const [month, staying] of [
      [1, 0.9],
      [3, 0.729],
      [6, 0.531441],
    ])
      expect(blank.survival[6 + month - 1]).toBeCloseTo(staying, 12);
  });

  it('takes the window of the model where none is given', async () => {
    const { survival } = await fitChurn(table, schema);
    const [options, window] = [{ tenures: [NaN], probabilities: [0.19], months: 2 }, { windowMonths: 2 }];
    const told = survivalByTenure({ ...survival!, ...window }, options);
    expect(told).toEqual(survivalByTenure(survival!, { ...options, ...window }));
    expect(told.survival[0]).toBeCloseTo(0.9, 12);
  });

  it('refuses what it cannot tell by, row by row', async () => {
    const { survival } = await fitChurn(table, schema);
    const tell = (tenures: number[], probabilities: number[]) => () =>
      survivalByTenure(survival!, { tenures, probabilities });
    expect(tell([3, -1], [0.1, 0.2])).toThrow(
      'row 2, tenures: a survival curve needs a tenure of at least 0 months: -1',
    );
    expect(tell([3, 1], [0.1])).toThrow('tenures and probabilities must be equally long: 2 and 1');
    expect(() =>
      survivalByTenure({ ...survival!, spans: [] }, { tenures: [1], probabilities: [0.1] }),
    ).toThrow('survival.spans');
  });
});

const telco = readTelco();
if (telco) {
  describe('survival on Telco', () => {
    it('agrees with Kaplan and Meier in all, and predicts departures by contract', async () => {
      const model = await fitChurn(telco, telcoSchema);
      const survival = model.survival!;
      const published = { 12: 0.8432, 24: 0.788736, 48: 0.70884, 72: 0.59279 };
      for (const [months, kaplanMeier] of Object.entries(published))
        expect(Math.abs(survivors(survival, Number(months)) - kaplanMeier)).toBeLessThan(0.005);

      const curves = await survivalCurve(model, telco, { months: 12 });
      const meanAt12 = (contract: string) => {
        const rows = Array.from(telco.Contract as string[], (value, row) =>
          value === contract ? row : -1,
        ).filter((row) => row >= 0);
        return rows.reduce((sum, row) => sum + curves.survival[row * 12 + 11], 0) / rows.length;
      };
      const [monthly, yearly, twoYears] = ['Month-to-month', 'One year', 'Two year'].map(meanAt12);
      expect(monthly).toBeLessThan(yearly - 0.1);
      expect(yearly).toBeLessThan(twoYears);
    });
  });
}
