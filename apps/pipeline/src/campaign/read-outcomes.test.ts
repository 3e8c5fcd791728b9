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
    await expect(stayedBy('1', '3.5')).rejects.toThrow('"3.5" is not a label');
  });
});
