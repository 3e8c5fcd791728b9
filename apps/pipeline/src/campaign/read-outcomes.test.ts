import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { readOutcomes } from './read-outcomes.js';

const stayedBy = (yes: string, no: string) =>
  withTemporaryFolder(async (folder) => {
    const file = join(folder, 'outcomes.csv');
    writeFileSync(file, `id,outcome\na,${yes}\nb,${no}\nc,\n`);
    const { stayed } = await readOutcomes(file, { id: 'id', outcome: 'outcome', decimal: '.' });
    return Array.from(stayed);
  });

describe('readOutcomes', () => {
  it.each([
    ['yes', 'no'],
    ['1', '0'],
    ['ja', 'nein'],
  ])('takes %s for who stayed, %s for who left and blank for not known', async (yes, no) => {
    expect(await stayedBy(yes, no)).toEqual([1, 0, -1]);
  });

  it('refuses words for who left, which as labels say the reverse', async () => {
    await expect(stayedBy('active', 'churned')).rejects.toThrow(/"active" is neither a number nor yes or no/);
  });

  it('refuses a number that is neither 1 nor 0', async () => {
    await expect(stayedBy('1', '3.5')).rejects.toThrow(
      'row 2, outcome: 3.5 is neither 1, for who stayed, nor 0, for who left',
    );
  });

  it('refuses the day on which someone left', async () => {
    await expect(stayedBy('', '2026-01-31')).rejects.toThrow('"2026-01-31" is a date, not an outcome');
  });

  it('tells of each value once, and of ten at most', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'outcomes.csv');
      const amounts = Array.from({ length: 40 }, (_, i) => `c${i},${10 + (i % 14)}\n`);
      writeFileSync(file, `id,outcome\n${amounts.join('')}`);
      const refused = await readOutcomes(file, { id: 'id', outcome: 'outcome' }).catch((error) => error);
      expect(refused.faults).toHaveLength(11);
      expect(refused.faults[0].message).toContain('row 1, outcome: 10 is neither 1');
      expect(refused.faults[10].message).toContain('outcome: 4 other values are no outcomes either');
    }));

  it('refuses rows without an id, by their number', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'outcomes.csv');
      writeFileSync(file, 'id,outcome\na,1\n,0\n,1\n');
      const refused = await readOutcomes(file, { id: 'id', outcome: 'outcome' }).catch((error) => error);
      expect(refused.faults.map(({ message }: Error) => message)).toEqual([
        `${file}: row 2, id is blank`,
        `${file}: row 3, id is blank`,
      ]);
    }));
});
