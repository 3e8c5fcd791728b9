import { randomSource } from '@clv/contracts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { evaluateUplift, fitUplift, predictUplift } from '../src/index.js';
import { hillstrom, hillstromFeatures, pick } from '../test/hillstrom.js';

const data = hillstrom();
if (!data) process.exit(1);

const third = { 'No E-Mail': 1 / 3, 'Mens E-Mail': 1 / 3, 'Womens E-Mail': 1 / 3 };
const columns = { offer: 'segment', none: 'No E-Mail', outcome: 'visit', features: hillstromFeatures };
const next = randomSource(1);
const [learn, judge] = [[], []] as number[][];
data.visit.forEach((_, i) => (next() < 0.7 ? learn : judge).push(i));

const model = await fitUplift(pick(data, learn), { ...columns, propensity: third });
const points: { offer: string; order: string; share: number; gain: number }[] = [];
for (const offer of model.offers) {
  const rows = judge.filter((i) => [offer, 'No E-Mail'].includes(data.segment[i] as string));
  const held = pick(data, rows);
  const { effect, offers } = await predictUplift(model, held);
  const { curve, qini, upliftAt } = evaluateUplift({
    effect: rows.map((_, i) => effect[i * offers.length + offers.indexOf(offer)]),
    outcome: held.visit as number[],
    treated: held.segment.map((got) => got === offer),
    propensity: 0.5,
    shares: [0.3],
  });
  const [q, low, high, at30] = [qini.value, qini.low, qini.high, upliftAt[0].value].map((each) =>
    each.toFixed(3),
  );
  console.log(`${offer}: Qini ${q} (${low} to ${high}), uplift at 30% ${at30}`);
  const [all, end] = [curve.customers.at(-1)!, curve.gain.at(-1)!];
  const perThousand = (gain: number) => (1000 * gain) / (all / 2);
  const shown = curve.customers.flatMap((_, k) =>
    k % Math.ceil(curve.customers.length / 150) === 0 ? [k] : [],
  );
  for (const k of [...shown, curve.customers.length - 1]) {
    const share = curve.customers[k] / all;
    points.push({ offer, order: 'by predicted effect', share, gain: perThousand(curve.gain[k]) });
  }
  for (const share of [0, 1]) points.push({ offer, order: 'random', share, gain: perThousand(share * end) });
}

const spec: TopLevelSpec = {
  title: {
    text: "Whom the women's e-mail brings back can be told; whom the men's does, hardly",
    subtitle:
      "More visits per 1,000 customers, by share of customers e-mailed; Hillstrom's experiment, 30% held out",
    anchor: 'start',
  },
  data: { values: points },
  facet: { column: { field: 'offer', type: 'nominal', title: null } },
  spec: {
    width: 270,
    height: 230,
    mark: 'line',
    encoding: {
      x: { field: 'share', type: 'quantitative', title: 'share e-mailed', axis: { format: '.0%' } },
      y: { field: 'gain', type: 'quantitative', title: null },
      color: {
        field: 'order',
        type: 'nominal',
        title: null,
        scale: { domain: ['by predicted effect', 'random'], range: ['#0072b2', '#767676'] },
      },
    },
  },
  config: { font: 'system-ui, sans-serif', background: 'white', view: { stroke: null } },
};
const svg = await new View(parse(compile(spec).spec), { renderer: 'none' }).toSVG();
const folder = join(process.cwd(), '../../docs/charts');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'hillstrom-qini.svg'), svg);
