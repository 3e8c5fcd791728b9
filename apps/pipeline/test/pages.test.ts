import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { resultColumns } from '@clv/contracts';
import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { clv } from './clv.js';

const page = (path: string) => readFileSync(join('../..', path), 'utf8');

it('README.md shows what npm start prints', () =>
  withTemporaryFolder(async (folder) => {
    const { stdout } = await clv(['run', '--out', join(folder, 'out')]);
    const printed = stdout.split('\n').map((line) => line.trimEnd());
    const shown = /```text\n([\s\S]*?)```/.exec(page('README.md'))![1].trimEnd().split('\n');
    expect(shown.filter((line) => !printed.includes(line))).toEqual([]);
  }));

it('docs/results.md says what each column that a run adds means, and each key of its summary', () =>
  withTemporaryFolder(async (folder) => {
    const out = join(folder, 'out');
    await clv(['run', '--customers', '1000', '--holdout', '0.1', '--quiet', '--out', out]);
    const [header] = readFileSync(join(out, 'retention_results.csv'), 'utf8').split('\n', 1);
    const names = header.split(',');
    const added = names
      .slice(names.indexOf(resultColumns[0]))
      .map((name) => name.replace(/^ev_.*/, 'ev_<offer>'));
    const keys = Object.keys(JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')));
    const told = page('docs/results.md');
    expect(added).toContain('campaign_group');
    expect([...added, ...keys].filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
  }));
