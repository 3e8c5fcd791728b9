import { scoreDry, scoreFile } from '../blockwise/score-file.js';
import { tableFormat } from '../output/write-blocks.js';
import { type CommonFlags, answer } from './context.js';
import { readScorer } from './read-scorer.js';

export interface ScoreFlags extends CommonFlags {
  input: string;
  run: string;
  out: string;
  /** What a unit of money must gain (default: the run's own). */
  shadowPrice?: number;
  dryRun?: boolean;
}

/** `clv score`: applies a run's models to customers whom they have not seen. */
export async function scoreCommand(flags: ScoreFlags): Promise<void> {
  tableFormat(flags.out);
  const scorer = await readScorer(flags.run);
  const price = flags.shadowPrice ?? scorer.shadow_price;
  const scored = flags.dryRun
    ? await scoreDry(scorer, flags.input, price)
    : await scoreFile(scorer, flags.input, price, flags.out);
  answer(
    flags,
    () => ({ file: flags.out, ...scored }),
    () =>
      `${scored.customers.toLocaleString('en-US')} customers scored, ${scored.offered.toLocaleString('en-US')} get an offer: ${flags.out}`,
  );
}
