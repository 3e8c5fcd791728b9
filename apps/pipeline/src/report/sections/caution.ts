import type { EngineRun } from '../../engine/engine-run.js';

/** By how many standard errors each gain was lowered before offers were chosen; 0 where no effect was learned. */
export const cautionOf = ({ config, effects }: Pick<EngineRun, 'config' | 'effects'>): number =>
  effects === undefined ? 0 : config.risk_aversion;
