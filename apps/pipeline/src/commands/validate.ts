import { type ConfigFlags, loadConfig } from '../config/load-config.js';
import { checkCustomers } from '../engine/check-customers.js';
import { loadCustomers } from '../engine/load-customers.js';
import { type CommonFlags, answer } from './context.js';

/** `clv validate`: reads the input and tells every fault; writes nothing. */
export async function validateCommand(flags: CommonFlags & ConfigFlags): Promise<void> {
  const config = await loadConfig(flags);
  const customers = await loadCustomers(config);
  const { rows, prescribed, notices } = checkCustomers(customers, config);
  answer(
    flags,
    () => ({ valid: true, rows, prescribed: prescribed.length, roles: customers.schema.roles, notices }),
    () =>
      [`${customers.name} is sound: ${rows} rows, ${prescribed.length} to prescribe for.`, ...notices].join(
        '\n',
      ),
  );
}
