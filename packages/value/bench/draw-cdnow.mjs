import { mkdirSync, writeFileSync } from 'node:fs';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { expectedPurchasesOfNewcomer, summarizeTransactions } from '../dist/index.js';
import { cdnowTransactions } from '../test/cdnow.mjs';
import { allWeeks, fitCdnow, fittedWeeks } from './cdnow.mjs';

const root = new URL('../../../', import.meta.url);
const purchases = cdnowTransactions();
if (!purchases) throw new Error('no CDNOW_sample.txt: set CLV_DATA to its folder');
const { models } = fitCdnow(purchases);

const start = Date.UTC(1997, 0, 1);
const endOfWeek = (week) => new Date(start + (week * 7 - 1) * 86_400_000).toISOString().slice(0, 10);
const points = [];
for (let week = 2; week <= allWeeks; week += 2) {
  const { columns: soFar } = summarizeTransactions(purchases, { calibrationEnd: endOfWeek(week) });
  points.push({ week, source: 'actual', purchases: soFar.frequency.reduce((sum, x) => sum + x, 0) });
  for (const [source, model] of Object.entries(models)) {
    const expected = soFar.age.reduce((sum, age) => sum + expectedPurchasesOfNewcomer(model, age), 0);
    points.push({ week, source, purchases: Math.round(expected) });
  }
}

const { spec } = compile({
  width: 560,
  height: 260,
  title: {
    text: 'Fitted to 39 weeks, both models come within 5% of the purchases of 78',
    subtitle: 'Cumulative repeat purchases of 2,357 customers of CDNOW, by week',
    anchor: 'start',
  },
  data: { values: points },
  layer: [
    {
      mark: 'line',
      encoding: {
        x: { field: 'week', type: 'quantitative', title: 'week' },
        y: { field: 'purchases', type: 'quantitative', title: null },
        color: {
          field: 'source',
          scale: { domain: ['actual', 'BG/NBD', 'Pareto/NBD'], range: ['#767676', '#0072b2', '#d55e00'] },
          title: null,
        },
      },
    },
    { mark: { type: 'rule', strokeDash: [4, 4] }, encoding: { x: { datum: fittedWeeks } } },
  ],
  config: { font: 'system-ui, sans-serif', background: 'white', view: { stroke: null } },
});
const svg = await new View(parse(spec), { renderer: 'none' }).toSVG();
mkdirSync(new URL('docs/charts/', root), { recursive: true });
writeFileSync(new URL('docs/charts/cdnow-purchases.svg', root), svg);
