import { type Schema, readLabels, validateTable } from '@clv/table';
import type { ExperimentCounts } from '@clv/uplift';

import type { Columns } from '../../block/block.js';
import { doPlainlyRise } from '../../block/texts/do-plainly-rise.js';
import { packedBehind } from '../../block/texts/texts-as-array.js';
import type { Config } from '../../config/config.js';
import { findExperiment } from './count-experiment.js';
import { faultsOfColumns } from './faults-of-columns.js';
import { type LabelsAndOutcomes, compareOutcomes } from './notices/labels-and-outcomes.js';
import type { Customers, Truth } from './load/load-customers.js';
import { thousandsNotices } from './notices/points-between-thousands.js';
import { prescribedAmong } from './prescribed-among.js';
import { type CustomerMoney, readMoney } from './read-money.js';
import { refuseFaults } from '../../faults/refuse-faults.js';

/** Customers whose table is sound, with the parts of it that every stage needs. */
export interface CheckedCustomers extends CustomerMoney, Pick<Customers, 'writtenAsText'> {
  name: string;
  columns: Columns;
  rows: number;
  schema: Schema;
  /** 1 churned, 0 stayed, -1 not known yet. */
  labels: Int8Array;
  truth?: Truth;
  /** The rows that get a prescription, ascending. */
  prescribed: Int32Array;
  /** True when every outcome is known, so that the run is a back-test at the snapshot. */
  backtest: boolean;
  /** Who took part in the experiment of the input, where it holds one, and of how many the outcome is known. */
  experiment?: ExperimentCounts;
  /** What its outcomes say compared with the labels. */
  compared?: LabelsAndOutcomes;
}

/** Finds every fault of the input at once; throws an `InvalidInputError` that lists them. */
export function checkCustomers(customers: Customers, config: Config): CheckedCustomers {
  const { columns, rows, schema, kinds, name, truth, writtenAsText } = customers;
  refuseFaults(name, [
    ...faultsOfColumns(Object.keys(columns), schema, config),
    ...validateTable(columns, schema, { kinds, idsDiffer: areKnownToDiffer(columns, schema) }).faults,
  ]);

  const labels = readLabels(columns, schema);
  const log = findExperiment(columns, schema);
  const { notices, ...money } = readMoney(name, columns, schema);
  return {
    name,
    columns,
    rows,
    schema,
    labels,
    ...money,
    truth,
    writtenAsText,
    backtest: !labels.includes(-1),
    experiment: log?.counts,
    compared: log && compareOutcomes(labels, log),
    prescribed: prescribedRows(labels, config.active_only),
    notices: [...customers.notices, ...notices, ...thousandsNotices(columns, schema)],
  };
}

function areKnownToDiffer(columns: Columns, { roles: { id } }: Schema): boolean {
  const packed = id !== undefined && id in columns ? packedBehind(columns[id]) : undefined;
  return packed !== undefined && doPlainlyRise(packed);
}

function prescribedRows(labels: Int8Array, activeOnly: boolean): Int32Array {
  const isPrescribed = prescribedAmong(labels, activeOnly);
  const rows = new Int32Array(labels.length);
  let count = 0;
  for (let row = 0; row < labels.length; row++) if (isPrescribed(row)) rows[count++] = row;
  return rows.slice(0, count);
}
