import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { fromCSV } from 'arquero';
import { clv } from './clv.js';

const tutorial = readFileSync('../../docs/tutorial.md', 'utf8');
const telco = join(process.env.CLV_DATA ?? join(process.cwd(), '../../../shared/data'), 'telco_ibm.csv');
const isThere = existsSync(telco);
if (!isThere) process.stderr.write(`skipped: ${telco} is not there; name its folder in CLV_DATA\n`);

/** The commands that a reader types, in their order; `serve` would wait for one who looks. */
const commands = [...tutorial.matchAll(/^ {4}npx clv (.+)$/gm)]
  .map(([, words]) => words)
  .filter((words) => !words.startsWith('serve'));
const config = /```json\n([\s\S]*?)```/.exec(tutorial)![1];

const folder = mkdtempSync(join(tmpdir(), 'clv-tutorial-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = (file: string) => readFileSync(join(folder, file), 'utf8');

/** Months later: of the campaign's customers every fifth has left. */
function outcomes(): string {
  const results = fromCSV(text('runs/first/retention_results.csv'));
  const lines = Array.from(results.array('customerID'), (id, i) => `${id},${Number(i % 5 > 0)}`);
  return `customerID,outcome\n${lines.join('\n')}\n`;
}

(isThere ? describe : describe.skip)('the tutorial, typed line by line', () => {
  beforeAll(() => copyFileSync(telco, join(folder, 'customers.csv')));

  it.each(commands)('clv %s', async (words) => {
    if (words.startsWith('validate')) writeFileSync(join(folder, 'clv.config.json'), config);
    if (words.startsWith('measure')) writeFileSync(join(folder, 'outcomes.csv'), outcomes());
    const { code, stderr } = await clv(words.split(' '), { cwd: folder });
    expect({ code, stderr }).toMatchObject({ code: 0 });
  });

  it('ends with a list of whom to send which offer, and whom to leave alone', () => {
    const results = fromCSV(text('runs/first/retention_results.csv'));
    const offers = results.array('recommended_incentive') as string[];
    const groups = results.array('campaign_group') as (string | null)[];
    expect(offers.filter((offer) => offer !== 'none').length).toBeGreaterThan(100);
    groups.forEach((group, i) => {
      if (group === 'held_out') expect(offers[i]).toBe('none');
    });
    expect(existsSync(join(folder, 'list.parquet'))).toBe(true);
  });

  it('has the figure of the held-out AUC that it tells the reader to expect', () => {
    const { auc } = JSON.parse(text('runs/first/summary.json'));
    expect(Math.abs(auc - 0.85)).toBeLessThan(0.005);
    expect(tutorial).toContain('about .85 AUC here');
  });
});
