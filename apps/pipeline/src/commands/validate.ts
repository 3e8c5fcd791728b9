import { formatCount } from '@clv/charts';

import { exceedsFitRows, withLargeSource } from '../blockwise/large-source.js';
import { validateSource } from '../blockwise/validate-source.js';
import type { Config } from '../config/config.js';
import { type ConfigFlags, loadConfig } from '../config/load-config.js';
import { experimentNotices } from '../engine/customers/count-experiment.js';
import { assertBothOutcomes } from '../engine/models/untreated-labels.js';
import { counted } from '../wording/counted.js';
import { loadCustomers } from '../engine/customers/load/load-customers.js';
import { soundCustomers } from '../engine/customers/sound-customers.js';
import { twinNotices } from '../engine/customers/notices/twin-notices.js';
import type { Soundness } from '../engine/customers/soundness.js';
import { type CommonFlags, answer } from './context.js';

/** `clv validate`: reads the input and tells every fault; writes nothing. */
export async function validateCommand(flags: CommonFlags & ConfigFlags): Promise<void> {
  const config = await loadConfig(flags);
  const { name, rows, rejected, prescribed, roles, notices } = (await exceedsFitRows(config))
    ? await withLargeSource(config, [], validateSource)
    : await validateInMemory(config);
  answer(
    flags,
    () => ({ valid: true, read: rows + rejected, rows, rejected, prescribed, roles, notices }),
    () =>
      [
        `${name} is sound: ${counted(rows, 'row')}, ${formatCount(prescribed)} to prescribe for.`,
        ...notices,
      ].join('\n'),
  );
}

async function validateInMemory(config: Config): Promise<Soundness> {
  const customers = await loadCustomers(config);
  const checked = await soundCustomers(customers, config);
  assertBothOutcomes(checked);
  const { rows, rejected, prescribed, experiment, ...sound } = checked;
  const { name, schema } = customers;
  const notices = [
    ...sound.notices,
    ...experimentNotices(experiment, config.offers),
    ...twinNotices(checked.columns, rows, schema.roles.id),
  ];
  return { name, roles: schema.roles, rows, rejected, prescribed: prescribed.length, notices };
}
