// Writes the golden model of the current format beside this file: node test/golden/make.mjs (after a build).
// A file that was released is never written again: a later format gets a file of its own.
import { existsSync, writeFileSync } from 'node:fs';
import { fitSynthesizer, synthesizeColumns } from '@clv/synth';
import { defineSchema } from '@clv/table';

const rows = [...Array(400).keys()];
const random = (row, salt) => ((row * 7919 + salt * 104729) % 1009) / 1009;
const table = {
  plan: rows.map((row) => (random(row, 1) < 0.4 ? 'Basic' : 'Plus')),
  tenure: rows.map((row) => Math.floor(random(row, 2) * 60)),
  price: rows.map((row) => (random(row, 3) < 0.1 ? null : 20 + Math.round(random(row, 4) * 600) / 10)),
  churn: rows.map((row) => (random(row, 5) < (random(row, 1) < 0.4 ? 0.5 : 0.2) ? 1 : 0)),
};
const schema = defineSchema({ label: 'churn', tenure: 'tenure', price: 'price' });
const model = fitSynthesizer(table, schema);
const drawn = synthesizeColumns({ like: model, customers: 12, seed: 5 });
const columns = Object.fromEntries(
  Object.entries(drawn).map(([name, values]) => [name, [...values].map(String)]),
);
const file = new URL(`synthesizer-v${model.version}.golden.json`, import.meta.url);
if (existsSync(file)) throw new Error('this format is released: its golden file stays as it is');
writeFileSync(file, JSON.stringify({ model, columns }) + '\n');
