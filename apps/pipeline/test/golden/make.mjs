// Writes a run folder of the current format beside this file: node test/golden/make.mjs (after a build).
// A folder that was released is never written again: a later format gets a folder of its own.
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const golden = fileURLToPath(new URL('run-v1', import.meta.url));
const program = fileURLToPath(new URL('../../bin/clv.js', import.meta.url));
if (existsSync(golden)) throw new Error('this format is released: its golden folder stays as it is');

const config = {
  input: 'log.csv',
  roles: {
    id: 'customer_id',
    label: 'churned',
    price: 'monthly_charges',
    margin: 'monthly_margin',
    tenure: 'tenure_months',
    offer: 'offer',
    propensity: 'propensity',
    outcome: 'outcome',
  },
};

const folder = mkdtempSync(join(tmpdir(), 'clv-golden-'));
const clv = (...words) => execFileSync(process.execPath, [program, ...words, '--quiet'], { cwd: folder });
try {
  clv('synth', '--customers', '900', '--seed', '5', '--experiment', 'random', '--out', 'log.csv');
  clv('synth', '--customers', '25', '--seed', '6', '--out', 'new.csv');
  writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(config));
  clv('run', '--config', 'clv.config.json', '--out', 'run');
  clv('score', '--run', 'run', '--input', 'new.csv', '--out', 'scores.csv');

  mkdirSync(golden);
  for (const file of ['summary.json', 'run.json'])
    copyFileSync(join(folder, 'run', file), join(golden, file));
  for (const file of ['scorer.json', 'retention_results.arrow'])
    writeFileSync(
      join(golden, `${file}.gz`),
      gzipSync(readFileSync(join(folder, 'run', file)), { level: 9 }),
    );
  for (const file of ['new.csv', 'scores.csv']) copyFileSync(join(folder, file), join(golden, file));
} finally {
  rmSync(folder, { recursive: true });
}
