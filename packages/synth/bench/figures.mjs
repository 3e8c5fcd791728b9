// Prints the README's figures of each scenario, in Markdown: `npm run figures`.
import { aucCeiling, scenarioNames, scenarioRoles, synthesizeColumns } from '../dist/index.js';

const customers = 100_000;
const number = (value) =>
  Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
const percent = (share) => `${(100 * share).toFixed(1)}%`;
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

for (const scenario of scenarioNames) {
  const columns = synthesizeColumns({ scenario, customers, truth: true });
  console.log(`### ${scenario}\n`);
  console.log(
    `Churn rate ${percent(mean(columns.churned))}, AUC ceiling ${aucCeiling(columns.true_p_churn).toFixed(3)}. ` +
      `${responses(columns.true_response)}. ` +
      `5% off changes the probability of staying by ${number(100 * mean(columns.true_effect_discount_5))} points ` +
      `on average, 10% off by ${number(100 * mean(columns.true_effect_discount_10))}.\n`,
  );
  console.log('| feature | mean | deviation | least | median | most | missing |');
  console.log('|---|---:|---:|---:|---:|---:|---:|');
  for (const feature of scenarioRoles(scenario).features) console.log(line(feature, columns[feature]));
  console.log('');
}

function responses(column) {
  const share = (response) => percent(column.filter((own) => own === response).length / customers);
  return (
    `Persuadable ${share('persuadable')}, sure things ${share('sure thing')}, ` +
    `lost causes ${share('lost cause')}, sleeping dogs ${share('sleeping dog')}`
  );
}

function line(feature, column) {
  if (Array.isArray(column)) return `| ${feature} | ${levels(column)} | | | | | |`;
  const known = Float64Array.from(column.filter((value) => !Number.isNaN(value))).sort();
  const middle = mean(known);
  const deviation = Math.sqrt(mean(known.map((value) => (value - middle) ** 2)));
  const moments = [middle, deviation, known[0], known[known.length >> 1], known.at(-1)].map(number);
  return `| ${feature} | ${moments.join(' | ')} | ${percent(1 - known.length / column.length)} |`;
}

function levels(column) {
  const count = new Map();
  for (const level of column) count.set(level, (count.get(level) ?? 0) + 1);
  const ranked = [...count].sort(([, a], [, b]) => b - a);
  return ranked.map(([level, rows]) => `${level} ${percent(rows / column.length)}`).join(', ');
}
