// Writes the golden model of the current format beside this file: node test/golden/make.mjs (after a build).
// A file that was released is never written again: a later format gets a file of its own.
import { existsSync, writeFileSync } from 'node:fs';
import { defineSchema } from '@clv/table';
import { fitChurn, predictChurn } from '@clv/churn';

const rows = 400;
const random = (row, salt) => ((row * 7919 + salt * 104729) % 1009) / 1009;
const column = (value) => Array.from({ length: rows }, (_, row) => value(row));
const table = {
  plan: column((row) => (random(row, 1) < 0.4 ? 'Basic' : 'Plus')),
  tenure: column((row) => Math.floor(random(row, 2) * 60)),
  calls: column((row) => (random(row, 3) < 0.1 ? null : Math.floor(random(row, 4) * 5))),
  churn: column((row) => (random(row, 5) < (random(row, 1) < 0.4 ? 0.5 : 0.2) ? 1 : 0)),
};
const schema = defineSchema({ label: 'churn', tenure: 'tenure' });
const params = { rounds: 8, earlyStoppingRounds: 0 };
const model = await fitChurn(table, schema, { folds: 3, params, calibration: 'beta' });
const customers = { plan: ['Basic', 'Plus', 'Other'], tenure: [3, 40, null], calls: [4, null, 0] };
const file = new URL(`churn-model-v${model.version}.json`, import.meta.url);
if (existsSync(file)) throw new Error('this format is released: its golden file stays as it is');
writeFileSync(
  file,
  JSON.stringify({ model, customers, probabilities: [...(await predictChurn(model, customers))] }) + '\n',
);
