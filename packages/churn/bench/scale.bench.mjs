/**
 * How near to the best AUC there is, and at what cost, on synthetic customers whose truth is known. Cross-fitting in 5
 * folds with all reports, medians of 3. CLV_ROWS lists how many customers (default 10000,100000,1000000).
 */
import { crossFitChurn, rocAuc } from '@clv/churn';
import { scenarioRoles, synthesizeColumns } from '@clv/synth';
import { defineSchema, readLabels } from '@clv/table';

import { startTable } from '../../../tools/bench/print-table.mjs';

const sizes = (process.env.CLV_ROWS ?? '10000,100000,1000000').split(',').map(Number);
const schema = defineSchema(scenarioRoles('telco'));
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

console.log('');
const print = startTable(
  'customers',
  'features',
  'AUC',
  'AUC of the truth',
  'gap',
  'seconds',
  'peak memory, MB',
);
for (const customers of sizes) {
  const all = synthesizeColumns({ customers, seed: 42, truth: true });
  const table = Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('true_')));
  const truth = rocAuc(readLabels(table, schema), all.true_p_churn);
  const seconds = [];
  let model;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    ({ model } = await crossFitChurn(table, schema));
    seconds.push((performance.now() - start) / 1000);
  }
  const { auc } = model.report;
  const figures = [auc.toFixed(4), truth.toFixed(4), (truth - auc).toFixed(4), median(seconds).toFixed(2)];
  const memory = Math.round(process.resourceUsage().maxRSS / 1000);
  print(customers.toLocaleString('en-US'), model.fingerprint.features, ...figures, memory);
}
