import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { scenarioNames } from './scenarios/index.js';
import { synthesizeColumns } from './synthesize.js';

/** Prints a hash of every scenario, of a campaign and of purchases, from the package as built. */
const program = `
import { createHash } from 'node:crypto';
import { scenarioNames, synthesizeColumns, synthesizeTransactions } from './dist/index.js';
const hash = createHash('sha256');
for (const scenario of scenarioNames)
  hash.update(JSON.stringify(synthesizeColumns({ scenario, customers: 2000, truth: true, experiment: { assignment: 'confounded' } })));
hash.update(JSON.stringify(synthesizeTransactions({ customers: 2000, truth: true }).objects()));
process.stdout.write(hash.digest('hex'));
`;

describe('synthesize', () => {
  it('gives the same bytes in any time zone and language', () => {
    const run = (env: Record<string, string>) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', program], {
        encoding: 'utf8',
        env: { ...process.env, ...env },
      });
    const hashes = [
      run({ TZ: 'UTC', LANG: 'C' }),
      run({ TZ: 'America/Los_Angeles', LANG: 'C' }),
      run({ TZ: 'UTC', LANG: 'de_DE', LC_ALL: 'de_DE' }),
    ];
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(hashes).size).toBe(1);
  });

  it.each(scenarioNames)('gives 100 outputs of %s for 100 seeds', (scenario) => {
    const hashOf = (seed: number) =>
      createHash('sha256')
        .update(JSON.stringify(synthesizeColumns({ scenario, customers: 3, seed })))
        .digest('hex');
    expect(new Set(Array.from({ length: 100 }, (_, seed) => hashOf(seed))).size).toBe(100);
  });
});
