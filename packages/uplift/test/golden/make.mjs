// Writes the golden models of the current format beside this file: node test/golden/make.mjs (after a build).
// A file that was released is never written again: a later format gets a file of its own.
import { existsSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fitUplift, predictUplift } from '@clv/uplift';

const rows = [...Array(150).keys()];
const random = (row, salt) => ((row * 7919 + salt * 104729) % 1009) / 1009;
const offers = ['none', 'small', 'large'];
const offer = rows.map((row) => offers[Math.floor(random(row, 1) * 3)]);
const log = {
  calls: rows.map((row) => Math.floor(random(row, 2) * 6)),
  plan: rows.map((row) => (random(row, 3) < 0.5 ? 'Basic' : 'Plus')),
  offer,
  stayed: rows.map((row) =>
    random(row, 4) < 0.5 + 0.15 * offers.indexOf(offer[row]) * random(row, 2) ? 1 : 0,
  ),
};
const columns = {
  outcome: 'stayed',
  offer: 'offer',
  propensity: { none: 1 / 3, small: 1 / 3, large: 1 / 3 },
};
const customers = { calls: [0, 3, 5, null], plan: ['Basic', 'Plus', 'Other', ''] };
const goldens = [];
for (const learner of ['DR', 'T']) {
  const ladder = learner === 'DR' ? { ladder: ['small', 'large'] } : {};
  const model = await fitUplift(log, { ...columns, ...ladder, learner, folds: 3 });
  const answers = await predictUplift(model, customers);
  goldens.push({
    learner,
    model,
    answers: Object.fromEntries(
      Object.entries(answers)
        .filter(([, values]) => ArrayBuffer.isView(values))
        .map(([name, values]) => [name, [...values]]),
    ),
  });
}
const file = new URL(`uplift-models-v${goldens[0].model.version}.json.gz`, import.meta.url);
if (existsSync(file)) throw new Error('this format is released: its golden file stays as it is');
writeFileSync(file, gzipSync(JSON.stringify({ customers, goldens }), { level: 9 }));
