import type { RunSummary } from '@clv/contracts';

import type { JudgedFindings } from './evidence/run-evidence.js';
import type { Stage } from './stages/stages.js';

/** A whole run; the run folder is written from it. */
export interface EngineRun extends JudgedFindings {
  summary: RunSummary;
  seconds: Partial<Record<Stage, number>>;
  /** Where models were fitted on a sample: how many rows it has, and of how many. */
  fitted?: { rows: number; of: number };
}
