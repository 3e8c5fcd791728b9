import type { RunSummary } from '@clv/contracts';
import { readLabels, readNumbers, readText } from '@clv/table';

import type { Columns } from '../block/block.js';
import { untreatedLabels } from '../engine/models/untreated-labels.js';
import type { Scorer } from '../engine/policy/scorer.js';
import type { RunRecord } from '../run-folder/run-record.js';
import { readResults } from '../run-folder/results/read-results.js';
import { readRunRecord, readScorer, readSummary } from '../run-folder/read-run-file.js';

/** A run folder as one run is compared with another. */
export interface MonitoredRun {
  name: string;
  summary: RunSummary;
  scorer: Scorer;
  config: RunRecord['config'];
  columns: Columns;
  ids: string[];
  pChurn: Float64Array;
  segment: Int32Array;
  /**
   * 1 churned, 0 stayed without an offer, -1 not known of: by all where the run left those out who had churned, which tells of
   * no other.
   */
  labels: Int8Array;
  /** Of how many the label is known under an offer, which tells nothing of them without one. */
  treated: number;
}

export async function readMonitoredRun(run: string): Promise<MonitoredRun> {
  const summary = await readSummary(run);
  const scorer = await readScorer(run);
  const { config } = await readRunRecord(run);
  const columns = await readResults(run);
  const { schema } = scorer;
  const known = readLabels(columns, schema);
  const labels = untreatedLabels({ columns, schema, labels: known });
  return {
    name: run,
    summary,
    scorer,
    config,
    columns,
    ids: readText(columns, summary.columns.id),
    pChurn: readNumbers(columns, 'p_churn'),
    segment: Int32Array.from(readNumbers(columns, 'segment')),
    labels: config.active_only ? labels.fill(-1) : labels,
    treated: config.active_only ? 0 : known.filter((label, row) => label !== labels[row]).length,
  };
}
