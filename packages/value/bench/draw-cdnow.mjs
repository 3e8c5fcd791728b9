import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import {
  expectedPurchases,
  expectedPurchasesOfNewcomer,
  fitBgNbd,
  fitParetoNbd,
  summarizeTransactions,
} from '../dist/index.js';

const root = new URL('../../../', import.meta.url);
const file = process.env.CLV_DATA
  ? `${process.env.CLV_DATA}/CDNOW_sample.txt`
  : new URL('../shared/data/CDNOW_sample.txt', root);
if (!existsSync(file)) throw new Error('no CDNOW_sample.txt: set CLV_DATA to its folder');

const rows = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const purchases = {
  customer_id: rows.map(([, customer]) => customer),
  date: rows.map(([, , on]) => `${on.slice(0, 4)}-${on.slice(4, 6)}-${on.slice(6)}`),
  amount: rows.map(([, , , , amount]) => Number(amount)),
};
const fittedWeeks = 39;
const { columns } = summarizeTransactions(purchases, {
  calibrationEnd: '1997-09-30',
  holdoutEnd: '1998-06-30',
});
const models = { 'BG/NBD': fitBgNbd(columns), 'Pareto/NBD': fitParetoNbd(columns) };

const start = Date.UTC(1997, 0, 1);
const endOfWeek = (week) => new Date(start + (week * 7 - 1) * 86_400_000).toISOString().slice(0, 10);
const points = [];
for (let week = 2; week <= 78; week += 2) {
  const { columns: soFar } = summarizeTransactions(purchases, { calibrationEnd: endOfWeek(week) });
  points.push({ week, source: 'actual', purchases: soFar.frequency.reduce((sum, x) => sum + x, 0) });
  for (const [source, model] of Object.entries(models)) {
    const expected = soFar.age.reduce((sum, age) => sum + expectedPurchasesOfNewcomer(model, age), 0);
    points.push({ week, source, purchases: Math.round(expected) });
  }
}
const sumOf = (values) => values.reduce((sum, value) => sum + value, 0);
const unseenWeeks = 39;
const seen = sumOf(columns.frequency);
const unseen = sumOf(columns.holdout_frequency);
console.log(`actual: ${seen + unseen} repeat purchases by week 78, ${unseen} of them in weeks 40 to 78`);
for (const [source, model] of Object.entries(models)) {
  const until = (more) => sumOf(columns.age.map((age) => expectedPurchasesOfNewcomer(model, age + more)));
  const against = (foreseen, actual) =>
    `${Math.round(foreseen)} (${(100 * (foreseen / actual - 1)).toFixed(1)}%)`;
  console.log(
    `${source}: by week 78 ${against(until(unseenWeeks), seen + unseen)}; weeks 40 to 78 alone ` +
      `${against(until(unseenWeeks) - until(0), unseen)}, given each customer's history ` +
      against(sumOf(expectedPurchases(model, columns, unseenWeeks)), unseen),
  );
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
