import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { csv, customerConfig, customerRows } from '../../../../test/customer-csv.js';
import { validateSource } from '../../../blockwise/validate-source.js';
import { parseConfig } from '../../../config/load-config.js';
import { withSource } from '../../../input/open-source.js';
import { withTemporaryFolder } from '../../../testing/temporary-folder.js';
import { loadCustomers } from '../load/load-customers.js';
import { soundCustomers } from '../sound-customers.js';

const zips = ['06834', '10001', '60601', '94105'];
const months = ['Jan-24', 'Feb-24', 'Mar-24'];

it('codes and dates that are not read are told in memory and above fit_rows alike', () =>
  withTemporaryFolder(async (folder) => {
    const input = join(folder, 'customers.csv');
    const rows = customerRows(1200).map((row, i): Record<string, string> => ({
      ...row,
      zip: zips[i % 4],
      joined: `01/${10 + (i % 20)}/2025`,
      month: months[i % 3],
    }));
    writeFileSync(input, csv(rows));
    const config = parseConfig({ ...customerConfig, input });
    const inMemory = await soundCustomers(await loadCustomers(config), config);
    const inBlocks = await withSource(input, (source) =>
      validateSource(source, parseConfig({ ...config, fit_rows: 800 })),
    );
    for (const { notices } of [inMemory, inBlocks])
      expect(notices).toEqual([
        'zip: 06834 begins with a zero, so the column counts as codes, not as numbers; if it is numbers, write 6834.',
        expect.stringMatching(/^joined: 01\/\d\d\/2025 looks like a date in a form that is not read, .*\.$/),
        expect.stringMatching(/^month: ...-24 looks like a date in a form that is not read, .*\.$/),
      ]);
  }));
