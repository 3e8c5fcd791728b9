import { randomSource } from '@clv/contracts';
import { hillstrom, hillstromFeatures, pick } from '../test/hillstrom.js';
import { checkExperiment } from './check/check-experiment.js';
import { evaluateUplift } from './evaluate/evaluate-uplift.js';
import { fitUplift } from './fit-uplift.js';
import { predictUplift } from './predict-uplift.js';

const data = hillstrom();
const whereTheDataAre = data ? describe : describe.skip;
const columns = { offer: 'segment', none: 'No E-Mail', outcome: 'visit', features: hillstromFeatures };
const third = { 'No E-Mail': 1 / 3, 'Mens E-Mail': 1 / 3, 'Womens E-Mail': 1 / 3 };

/** Seven customers of ten to learn from, three to judge by. */
function split(customers: number, seed: number) {
  const next = randomSource(seed);
  const parts = { learn: [] as number[], judge: [] as number[] };
  for (let i = 0; i < customers; i++) (next() < 0.7 ? parts.learn : parts.judge).push(i);
  return parts;
}

async function judgeOffer(seed: number, offer: string) {
  const { learn, judge } = split(data!.visit.length, seed);
  const model = await fitUplift(pick(data!, learn), { ...columns, propensity: third, seed });
  const of = judge.filter((i) => data!.segment[i] === offer || data!.segment[i] === 'No E-Mail');
  const held = pick(data!, of);
  const { effect, offers } = await predictUplift(model, held);
  return evaluateUplift({
    effect: of.map((_, i) => effect[i * offers.length + offers.indexOf(offer)]),
    outcome: held.visit as number[],
    treated: held.segment.map((got) => got === offer),
    propensity: 0.5,
    shares: [0.3],
    resamples: 100,
  });
}

whereTheDataAre("Hillstrom's e-mail experiment", () => {
  it('has the published rates in each arm, and is sound', () => {
    const shares = third;
    const reports = ['visit', 'conversion', 'spend'].map((outcome) =>
      checkExperiment(data!, { ...columns, outcome, shares }),
    );
    const rates = reports.map(({ arms }) => arms.map((arm) => Number(arm.outcome!.toFixed(6))));
    expect(reports[0].arms.map(({ customers }) => customers)).toEqual([21306, 21307, 21387]);
    expect(rates).toEqual([
      [0.106167, 0.182757, 0.1514],
      [0.005726, 0.012531, 0.008837],
      [0.652789, 1.422617, 1.077202],
    ]);
    expect(reports.every(({ sound }) => sound)).toBe(true);
  });

  it("ranks the women's e-mail better than chance: the interval of Qini excludes 0", async () => {
    const { qini, ranking, upliftAt } = await judgeOffer(1, 'Womens E-Mail');
    expect(qini.low).toBeGreaterThan(0);
    expect(ranking.pValue).toBeLessThan(0.05);
    expect(upliftAt[0].high).toBeGreaterThan(0.068);
    expect(upliftAt[0].low).toBeLessThan(0.081);
  });
});
