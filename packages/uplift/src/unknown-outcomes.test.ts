import fc from 'fast-check';
import { features, simulateExperiment } from '../test/simulated-experiment.js';
import { checkExperiment } from './check/check-experiment.js';
import { crossFitUplift } from './cross-fit-uplift.js';
import { fitUplift } from './fit-uplift.js';
import { predictUplift } from './predict-uplift.js';

const customers = 600;
const log = simulateExperiment({ customers, seed: 8 }).table;
/** Beside the numbers a column of levels, which an encoding counts: those of rows set aside must not count. */
const table = { ...log, kind: log.offer.map((_, i) => `kind ${(i * i) % 5}`) };
const columns = {
  outcome: 'outcome',
  offer: 'offer',
  propensity: 'propensity',
  features: [...features, 'kind'],
};
const options = { ...columns, folds: 3, seed: 5 };

type Cells = ArrayLike<unknown>;
const at = (cells: Cells, rows: readonly number[]) =>
  ArrayBuffer.isView(cells)
    ? Float64Array.from(rows, (row) => cells[row] as number)
    : rows.map((row) => cells[row]);
const byHand = (of: Record<string, Cells>, rows: readonly number[]) =>
  Object.fromEntries(Object.entries(of).map(([name, cells]) => [name, at(cells, rows)]));
const rowsWhere = (holds: (row: number) => boolean) => [...table.offer.keys()].filter(holds);

describe('customers whose outcome is not known, and those who took no part', () => {
  it('are set aside: the model and every effect are, to the last bit, those of a table without them', async () => {
    const fates = fc.array(fc.constantFrom('known', 'known', 'known', 'lost', 'outside'), {
      minLength: customers,
      maxLength: customers,
    });
    await fc.assert(
      fc.asyncProperty(fates, fc.constantFrom('DR' as const, 'T' as const), async (fate, learner) => {
        const known = rowsWhere((row) => fate[row] === 'known');
        const others = rowsWhere((row) => fate[row] !== 'known');
        const whole = {
          ...table,
          outcome: log.outcome.map((y, row) => (fate[row] === 'known' ? y : NaN)),
          offer: log.offer.map((name, row) => (fate[row] === 'outside' ? '' : name)),
          // Nothing is asked of them but their features.
          propensity: log.propensity.map((p, row) => (fate[row] === 'known' ? p : row % 2 ? NaN : 1)),
          // A level that only they have.
          kind: table.kind.map((kind, row) => (fate[row] === 'known' || row % 3 ? kind : 'elsewhere')),
        };
        const { model, crossFitted } = await crossFitUplift(whole, { ...options, learner });
        const apart = await crossFitUplift(byHand(whole, known), { ...options, learner });
        expect({ ...model, notices: [] }).toEqual({ ...apart.model, notices: [] });
        expect(at(crossFitted.effect, known)).toEqual(apart.crossFitted.effect);
        expect(at(crossFitted.standardError, known)).toEqual(apart.crossFitted.standardError);
        expect(at(crossFitted.baseline, known)).toEqual(apart.crossFitted.baseline);
        expect(crossFitted.errorCorrelation).toEqual(apart.crossFitted.errorCorrelation);
        const plain = await predictUplift(model, byHand(whole, others));
        expect(at(crossFitted.effect, others)).toEqual(plain.effect);
        expect(at(crossFitted.standardError, others)).toEqual(plain.standardError);
        expect(at(crossFitted.baseline, others)).toEqual(plain.baseline);
        expect(model.notices.slice(0, 2)).toEqual([
          expect.stringMatching(/^\d+ of 600 rows name no offer/),
          expect.stringMatching(/^the outcome of \d+ of \d+ customers is not known/),
        ]);
      }),
      { numRuns: 6 },
    );
  });

  it('are the same however a log spells what it does not know, and yes and no are 1 and 0', async () => {
    const lost = (row: number) => row % 7 === 0;
    const known = { ...table, outcome: log.outcome.map((y, row) => (lost(row) ? NaN : y)) };
    const { model } = await crossFitUplift(known, options);
    const blanks = ['', 'NA', 'n/a', ' ', 'NaN', 'NULL', '#N/A'];
    const spelled = (yes: unknown, no: unknown) =>
      [...log.outcome].map((y, row) => (lost(row) ? blanks[row % blanks.length] : y === 1 ? yes : no));
    for (const outcome of [
      spelled('Yes', 'no'),
      spelled('1.0', '0'),
      spelled('t', 'F'),
      spelled(true, false),
    ])
      expect((await crossFitUplift({ ...table, outcome }, options)).model).toEqual(model);
  });

  it('leave numbers with a decimal comma what they are', async () => {
    const amount = log.outcome.map((y, row) => (row % 9 ? 40 * y + (row % 4) / 4 : NaN));
    const comma = (cells: Float64Array) =>
      Array.from(cells, (y) => (Number.isNaN(y) ? '' : String(y).replace('.', ',')));
    const written = {
      ...table,
      outcome: comma(amount),
      propensity: comma(log.propensity),
      x1: comma(log.x1),
    };
    expect(await fitUplift(written, { ...options, decimal: ',' })).toEqual({
      ...(await fitUplift({ ...table, outcome: amount, x1: Float64Array.from(log.x1) }, options)),
      encoding: expect.objectContaining({ decimal: ',' }),
    });
  });
});

describe('too little that is known', () => {
  const refuse = (change: object) => expect(fitUplift({ ...table, ...change }, options)).rejects;
  const outcomeWhere = (isKnown: (offer: string, row: number) => boolean) =>
    log.outcome.map((y, row) => (isKnown(log.offer[row], row) ? y : NaN));

  it('is refused by name: nobody, an arm, and an arm by its number', async () => {
    await refuse({ outcome: outcomeWhere(() => false) }).toMatchObject({
      code: 'INVALID_INPUT',
      message: 'outcome: blank for all 600 customers of the experiment',
      faults: [{ rule: 'no-outcomes', column: 'outcome' }],
    });
    const offered = log.offer.filter((name) => name === 'discount').length;
    await refuse({ outcome: outcomeWhere((offer) => offer === 'none') }).toThrow(
      `offer discount: 0 of ${offered} customers whose outcome is known, and at least 30 are needed`,
    );
    let left = 29;
    await refuse({ outcome: outcomeWhere((offer) => offer === 'none' || left-- > 0) }).toThrow(
      `offer discount: 29 of ${offered} customers whose outcome is known`,
    );
  });

  it('and a column that says 1 or nothing tells nobody apart', async () => {
    await refuse({ outcome: log.outcome.map((y) => y || NaN) }).toThrow(
      'outcome: every outcome is 1 or blank, and blank means unknown; fill in the outcomes that are known',
    );
  });

  it('while faults of those who are known are told by their rows in the table', async () => {
    const outcome = outcomeWhere((_, row) => row > 4);
    await refuse({ outcome, propensity: log.propensity.with(2, 0).with(9, 1) }).toMatchObject({
      faults: [{ rule: 'no-overlap', row: 10 }],
    });
    const infinite = (row: number) => Float64Array.from(log.x0).fill(Infinity, row, row + 1);
    expect((await fitUplift({ ...table, outcome, x0: infinite(1) }, options)).customers).toBe(595);
    await refuse({ outcome, x0: infinite(20) }).toMatchObject({
      faults: [{ rule: 'not-finite', row: 21, message: expect.stringMatching(/^row 21, x0:/) }],
    });
    await refuse({ outcome: Array.from(outcome, String).with(7, '2024-03-01').with(8, 'maybe') }).toThrow(
      'row 8, outcome: "2024-03-01" is a date, not an outcome: write 1 or 0 for what had happened by one day, the same for all customers\nrow 9, outcome: "maybe" is neither a number nor yes or no; leave the cell blank where the outcome is not known',
    );
  });
});

describe('checkExperiment where outcomes are not known', () => {
  const check = (isLost: (row: number) => boolean) =>
    checkExperiment({ ...table, outcome: log.outcome.map((y, row) => (isLost(row) ? NaN : y)) }, columns);

  it('finds nothing where they are lost by chance, and gives the mean of those that are known', () => {
    const isLost = (row: number) => (row * 7919) % 11 === 3;
    const { concerns, arms } = check(isLost);
    expect(concerns).toEqual([]);
    for (const { offer, customers: all, known, outcome } of arms) {
      const own = rowsWhere((row) => log.offer[row] === offer);
      const ofKnown = own.filter((row) => !isLost(row));
      expect([all, known]).toEqual([own.length, ofKnown.length]);
      expect(outcome).toBeCloseTo(
        ofKnown.reduce((sum, row) => sum + log.outcome[row], 0) / ofKnown.length,
        12,
      );
    }
  });

  it('finds that losing them depends on the arm, or on a feature', () => {
    const byArm = check((row) => row % (log.offer[row] === 'none' ? 20 : 3) === 0);
    expect(byArm.concerns.map(({ concern }) => concern)).toContain('differential-attrition');
    expect(byArm.sound).toBe(false);
    const byFeature = check((row) => log.x0[row] > 0.8);
    expect(byFeature.concerns).toEqual([
      {
        concern: 'selective-attrition',
        message: expect.stringMatching(
          /^selective attrition: customers whose outcome is not known differ from the others in x0 by \d\.\d\d standard deviations/,
        ),
      },
    ]);
  });

  it('compares sizes by all who took part, and leaves those out who did not', () => {
    const offer = log.offer.map((name, row) => (row % 4 === 0 ? '' : name));
    const { arms, concerns } = checkExperiment({ ...table, offer }, { ...columns, outcome: undefined });
    expect(arms.map((arm) => arm.offer)).toEqual(['none', 'discount']);
    expect(arms[0].customers + arms[1].customers).toBe(450);
    expect(concerns).toEqual([]);
  });
});
