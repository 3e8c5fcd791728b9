import { randomSource } from '@clv/contracts';
import { measureCampaign } from './measure-campaign.js';
import type { CampaignLog } from './campaign.js';

const trueEffect = [0, 0.08, 0.15];

/** A campaign whose offers raise the chance of staying by what is stated above; every stay brings 100, offers cost 4 and 9. */
function campaign(customers: number, seed: number, share = 0.3) {
  const next = randomSource(seed);
  const column = () => new Float64Array(customers);
  const log = {
    offers: ['none', 'small', 'large'],
    recommended: column(),
    treated: column(),
    stayed: column(),
    propensity: column(),
    value: column(),
    cost: column(),
    before: column(),
    predictedEffect: column(),
    predictedGain: column(),
    segment: Array.from({ length: customers }, (_, i) => `s${i % 2}`),
  };
  for (let i = 0; i < customers; i++) {
    const offer = Math.floor(3 * next());
    const before = 0.1 + 0.7 * next();
    const chance = share + (i % 2) * 0.2;
    const held = next() < chance;
    log.recommended[i] = offer;
    log.treated[i] = held ? 0 : 1;
    log.propensity[i] = held ? chance : 1 - chance;
    log.before[i] = before;
    log.stayed[i] = next() < before + (held ? 0 : trueEffect[offer]) ? 1 : 0;
    log.value[i] = 100 * log.stayed[i];
    log.cost[i] = [0, 4, 9][offer];
    log.predictedEffect[i] = trueEffect[offer];
    log.predictedGain[i] = 100 * trueEffect[offer] - log.cost[i];
  }
  return log;
}

describe('measureCampaign', () => {
  it('covers the truth with 93 to 97% of its 95% intervals, retention and net value', () => {
    const covered = { retention: 0, value: 0 };
    for (let seed = 0; seed < 500; seed++) {
      const [small] = measureCampaign(campaign(600, seed)).byOffer;
      const { retention, netValue, treated } = small.effect!;
      if (retention.low <= 0.08 && 0.08 <= retention.high) covered.retention++;
      const expected = treated * (100 * 0.08 - 4);
      if (netValue!.low <= expected && expected <= netValue!.high) covered.value++;
    }
    for (const count of Object.values(covered)) {
      expect(count / 500).toBeGreaterThanOrEqual(0.93);
      expect(count / 500).toBeLessThanOrEqual(0.97);
    }
  });

  it.each([
    [2, 0.7],
    [5, 0.9],
    [20, 0.9],
  ])('covers the truth as often of %d held out, of whom a share of %d stay', (heldOut, share) => {
    const next = randomSource(3);
    const treated = Array.from({ length: 10 * heldOut }, (_, i) => (i < heldOut ? 0 : 1));
    const covered = { retention: 0, value: 0 };
    for (let trial = 0; trial < 400; trial++) {
      const stayed = treated.map((t) => (next() < share + 0.05 * t ? 1 : 0));
      const value = stayed.map((s) => s * (50 + 100 * next()));
      const { retention, netValue } = measureCampaign({
        offers: ['none', 'call'],
        recommended: treated.map(() => 1),
        treated,
        stayed,
        value,
      }).overall;
      if (retention.low <= 0.05 && 0.05 <= retention.high) covered.retention++;
      const expected = 9 * heldOut * 100 * 0.05;
      if (netValue!.low <= expected && expected <= netValue!.high) covered.value++;
    }
    expect(covered.retention / 400).toBeGreaterThan(0.93);
    expect(covered.value / 400).toBeGreaterThan(0.85);
  });

  it('is narrower with what was known before', () => {
    const log = campaign(20_000, 1);
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    const adjusted = measureCampaign(log).overall.retention;
    const plain = measureCampaign({ ...log, before: undefined }).overall.retention;
    expect(width(adjusted)).toBeLessThan(0.97 * width(plain));
    expect(Math.abs(adjusted.value - 0.115)).toBeLessThan(0.02);
  });

  it('is narrower for money with the value that was expected before', () => {
    const log = campaign(20_000, 1);
    const worth = log.before.map((_, i) => 10 + (i % 97) * 20);
    const priced = { ...log, value: log.stayed.map((stayed, i) => stayed * worth[i]) };
    const width = (known: Partial<CampaignLog>) => {
      const { low, high } = measureCampaign({ ...priced, ...known }).overall.netValue!;
      return high - low;
    };
    expect(width({ beforeValue: worth.map((value, i) => log.before[i] * value) })).toBeLessThan(
      0.95 * width({}),
    );
  });

  it('is the difference of two means, counted by hand', () => {
    const log: CampaignLog = {
      offers: ['none', 'call'],
      recommended: [1, 1, 1, 1, 1, 0],
      treated: [1, 1, 1, 0, 0, 0],
      stayed: [1, 1, 0, 1, 0, 1],
      value: [30, 30, 0, 30, 0, 30],
      cost: [2, 2, 2, 0, 0, 0],
    };
    const { overall } = measureCampaign(log);
    expect(overall).toMatchObject({ treated: 3, heldOut: 2, spend: 6 });
    expect(overall.retention.value).toBeCloseTo(2 / 3 - 1 / 2, 12);
    expect(overall.retained.value).toBeCloseTo(0.5, 12);
    expect(overall.netValue!.value).toBeCloseTo(3 * (20 - 2 - 15), 12);
    expect(overall.roi!.value).toBeCloseTo(1.5, 12);
    // Agresti and Caffo: of 5 treated 3 stayed, of 4 others 2.
    const error = Math.sqrt((0.6 * 0.4) / 5 + (0.5 * 0.5) / 4);
    expect(overall.retention.low).toBeCloseTo(0.6 - 0.5 - 1.959964 * error, 5);
    expect(overall.retention.high).toBeCloseTo(0.6 - 0.5 + 1.959964 * error, 5);
  });

  it('is adjusted by what was known before as by least squares, by statsmodels 0.15.0', () => {
    const log: CampaignLog = {
      offers: ['none', 'call'],
      recommended: Array<number>(12).fill(1),
      treated: [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0],
      stayed: [1, 1, 0, 1, 1, 0, 1, 1, 0, 0, 1, 0],
      before: [0.9, 0.7, 0.3, 0.8, 0.6, 0.5, 0.95, 0.85, 0.2, 0.4, 0.75, 0.55],
      value: [30, 22, 0, 41, 18, 0, 27, 25, 0, 0, 19, 0],
      beforeValue: [28, 20, 9, 35, 15, 14, 30, 24, 6, 12, 20, 16],
    };
    const { retention, netValue } = measureCampaign(log).overall;
    expect(retention.value).toBeCloseTo(0.08557692307692307, 12);
    expect(netValue!.value).toBeCloseTo(7 * 2.049862658324426, 11);
  });

  it('sets predicted beside realised, and tells when the prediction was wrong', () => {
    const log = campaign(20_000, 4);
    const verdicts = (report: ReturnType<typeof measureCampaign>) =>
      report.overall.forecast.map(({ of, isInside }) => [of, isInside]);
    expect(verdicts(measureCampaign(log))).toEqual([
      ['retained', true],
      ['netValue', true],
    ]);
    const boastful = { ...log, predictedGain: log.predictedGain.map((gain) => 3 * gain) };
    expect(verdicts(measureCampaign(boastful))[1]).toEqual(['netValue', false]);
  });

  it('tells of each offer and segment, null where nobody was held out', () => {
    const log = campaign(3000, 5);
    const report = measureCampaign(log);
    expect(report.byOffer.map(({ offer }) => offer)).toEqual(['small', 'large']);
    expect(report.bySegment.map(({ segment }) => segment).sort()).toEqual(['s0', 's1']);
    const oneArm = { ...log, treated: log.treated.map((t, i) => (log.recommended[i] === 2 ? 1 : t)) };
    expect(measureCampaign(oneArm).byOffer[1].effect).toBeNull();
  });

  it("hands over the next experiment's log", () => {
    const log = campaign(3000, 6);
    const { experiment } = measureCampaign(log);
    const rows = [...log.recommended.keys()].filter((i) => log.recommended[i] > 0);
    expect([...experiment.offer]).toEqual(rows.map((i) => (log.treated[i] ? log.recommended[i] : 0)));
    expect([...experiment.propensity]).toEqual(rows.map((i) => log.propensity[i]));
    expect([...experiment.outcome]).toEqual(rows.map((i) => log.stayed[i]));
  });

  it.each<[string, Partial<Record<keyof CampaignLog, unknown>>, string]>([
    [
      'nobody held out',
      { treated: [1, 1, 1, 1] },
      'at least 2 customers must be treated and 2 held out: 4 and 0',
    ],
    ['an outcome that is no flag', { stayed: [1, 0, 2, 0] }, 'row 3: stayed must be 0 or 1: 2'],
    ['a propensity of 1', { propensity: [1, 0.5, 0.5, 0.5] }, 'row 1: propensity must be between 0 and 1: 1'],
    ['a short column', { cost: [1] }, 'cost has 1 values, expected 4'],
    ['no treatment', { treated: undefined }, 'the log has no treated'],
    ['labels of other customers', { segment: ['a'] }, 'segment has 1 values, expected 4'],
  ])('refuses %s', (_, fault, message) => {
    const log = {
      offers: ['none', 'call'],
      recommended: [1, 1, 1, 1],
      treated: [1, 1, 0, 0],
      stayed: [1, 0, 1, 0],
      ...fault,
    } as CampaignLog;
    expect(() => measureCampaign(log)).toThrow(message);
  });
});
