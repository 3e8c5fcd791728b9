import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { clv } from './clv.js';
import { csv, customerConfig, customerRows } from './customer-csv.js';

it('clv validate tells of customers who stand there twice under two ids', () =>
  withTemporaryFolder(async (folder) => {
    const rows = customerRows(500);
    const twins = rows.slice(0, 40).map((row) => ({ ...row, customer: `again ${row.customer}` }));
    writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(customerConfig));
    const noticesOf = async (customers: typeof rows) => {
      writeFileSync(join(folder, 'customers.csv'), csv(customers));
      const { stdout } = await clv(
        ['validate', '--config', 'clv.config.json', '--input', 'customers.csv', '--json'],
        { cwd: folder },
      );
      return (JSON.parse(stdout) as { notices: string[] }).notices;
    };
    expect(await noticesOf(rows)).toEqual([]);
    expect(await noticesOf([...rows, ...twins])).toEqual([
      expect.stringMatching(/^80 of 540 rows are the same as another apart from customer: /),
    ]);
  }));
