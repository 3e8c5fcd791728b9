/**
 * How good the defaults are on Telco, beside tuned native XGBoost on the same features; then a reasons table and the
 * calibration chart. CLV_DATA names the folder of telco_ibm.csv (default ../shared/data from the project's root),
 * CLV_PYTHON a Python with xgboost and scikit-learn (default /usr/bin/python3).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { churnImportance, crossFitChurn, explainChurn } from '@clv/churn';
import { defineSchema, encodeFeatures, readLabels } from '@clv/table';

import { startTable } from '../../../tools/bench/print-table.mjs';

const shared = join(import.meta.dirname, '../../../../shared');
const file = join(process.env.CLV_DATA ?? join(shared, 'data'), 'telco_ibm.csv');
const python = process.env.CLV_PYTHON ?? '/usr/bin/python3';
const seeds = [1, 2, 3, 4, 5];

if (!existsSync(file)) {
  console.log(`skipped: ${file} is not there; name its folder in CLV_DATA`);
  process.exit();
}
const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
const cells = lines.map((line) => line.split(','));
const table = Object.fromEntries(
  header.split(',').map((name, i) => [name, cells.map((row) => row[i].trim())]),
);
const schema = defineSchema({ id: 'customerID', label: 'Churn', price: 'MonthlyCharges', tenure: 'tenure' });

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

async function ours(engine) {
  const reports = [];
  for (const seed of seeds) reports.push((await crossFitChurn(table, schema, { seed, engine })).model.report);
  return ['auc', 'logLoss', 'brier', 'ece'].map((name) =>
    mean(reports.map((report) => report[name])).toFixed(4),
  );
}

function native() {
  const folder = mkdtempSync(join(tmpdir(), 'clv-churn-'));
  try {
    const { matrix } = encodeFeatures(table, schema);
    writeFileSync(join(folder, 'x.bin'), matrix.data);
    writeFileSync(join(folder, 'y.bin'), readLabels(table, schema));
    const script = join(import.meta.dirname, 'native_xgboost.py');
    const printed = execFileSync(python, [script, folder, String(matrix.columns)], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return [...JSON.parse(printed).map((value) => value.toFixed(4)), ''];
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

console.log(`Telco, ${cells.length} customers, 5 folds, defaults, mean of seeds ${seeds.join(', ')}\n`);
const judged = startTable('engine', 'ROC-AUC', 'log-loss', 'Brier', 'ECE');
judged('gbdt', ...(await ours('gbdt')));
judged('ml-xgboost', ...(await ours('ml-xgboost')));
const theirs = native();
if (theirs) judged('native XGBoost, 400 trees, depth 2, eta 0.05', ...theirs);
else console.log('(native XGBoost is missing: name a Python that has it in CLV_PYTHON)');

const { model, probabilities } = await crossFitChurn(table, schema);
const top = [...probabilities.keys()].sort((a, b) => probabilities[b] - probabilities[a]).slice(0, 3);
console.log('\nWhy the riskiest customers are expected to leave\n');
const explained = startTable('customer', 'chance', 'reasons', 'all others');
for (const { row, probability, base, reasons, rest } of await explainChurn(model, table, { rows: top })) {
  const points = `${rest < 0 ? '−' : '+'}${Math.abs(rest).toFixed(0)} points, from ${(100 * base).toFixed(0)}%`;
  explained(
    table.customerID[row],
    `${(100 * probability).toFixed(0)}%`,
    reasons.map(({ text }) => text).join('; '),
    points,
  );
}
const [first, second, third] = await churnImportance(model, table);
console.log('\nWhat moves probabilities most, in mean points');
for (const { column, points } of [first, second, third]) console.log(`  ${column} ${points.toFixed(1)}`);

console.log(
  `\nCalibration (${model.calibration.method}): predicted (o) and happened (x), by tenths of customers\n`,
);
for (const { predicted, observed } of model.report.calibrationCurve) {
  const chart = Array(61).fill(' ');
  const [o, x] = [predicted, observed].map((share) => Math.round((share / 0.8) * 60));
  chart[o] = 'o';
  chart[x] = o === x ? '*' : 'x';
  const figures = [predicted, observed].map((share) => `${(100 * share).toFixed(1)}%`.padStart(6)).join(' ');
  console.log(`${figures} |${chart.join('')}|`);
}
