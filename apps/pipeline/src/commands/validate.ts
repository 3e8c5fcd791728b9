import { type ConfigFlags, loadConfig } from '../config/load-config.js';
import { loadCustomers } from '../engine/load-customers.js';
import { soundCustomers } from '../engine/sound-customers.js';
import { type CommonFlags, answer } from './context.js';

/** `clv validate`: reads the input and tells every fault; writes nothing. */
export async function validateCommand(flags: CommonFlags & ConfigFlags): Promise<void> {
  const config = await loadConfig(flags);
  const customers = await loadCustomers(config);
  const { rows, rejected, prescribed, notices } = await soundCustomers(customers, config);
  answer(
    flags,
    () => ({
      valid: true,
      read: rows + rejected,
      rows,
      rejected,
      prescribed: prescribed.length,
      roles: customers.schema.roles,
      notices,
    }),
    () =>
      [
        `${customers.name} is sound: ${count(rows)} rows, ${count(prescribed.length)} to prescribe for.`,
        ...notices,
      ].join('\n'),
  );
}

const count = (rows: number) => rows.toLocaleString('en-US');
