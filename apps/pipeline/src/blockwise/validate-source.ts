import type { Config } from '../config/config.js';
import { experimentNotices } from '../engine/customers/count-experiment.js';
import { assertBothOutcomes } from '../engine/models/untreated-labels.js';
import { prescribedAmong } from '../engine/customers/prescribed-among.js';
import { setAsideNotices } from '../engine/customers/sound-customers.js';
import type { Soundness } from '../engine/customers/soundness.js';
import type { TableSource } from '../input/table-source.js';
import { checkSample } from './sample/check-sample.js';
import { schemaOf } from './columns/schema-of-source.js';
import { soundSource } from './sample/sound-source.js';

/**
 * What is to be said of a source of any length whose rows are sound.
 *
 * @throws InvalidInputError that lists all faults.
 */
export async function validateSource(given: TableSource, config: Config): Promise<Soundness> {
  const { name } = given;
  const { schema, notices } = await schemaOf(given, config);
  const { sample, schema: read, rejected } = await soundSource(given, schema, config, {});
  const isPrescribed = prescribedAmong(sample.labels, config.active_only);
  const checked = checkSample(sample, name, read, notices, config);
  assertBothOutcomes(checked);
  return {
    name,
    roles: schema.roles,
    rows: sample.rows,
    rejected,
    prescribed: sample.labels.reduce((sum, _, row) => sum + Number(isPrescribed(row)), 0),
    notices: [
      ...checked.notices,
      ...setAsideNotices(rejected, sample.rows, config),
      ...experimentNotices(checked.experiment, config.offers),
    ],
  };
}
