import { formatCount } from '@clv/charts';

import { type Scored, scoreDry, scoreFile } from '../blockwise/score-file.js';
import { refusal } from '../faults/refusal.js';
import { counted } from '../wording/counted.js';
import { noEndMark } from '../wording/no-end-mark.js';
import { spareInput } from '../input/spare-input.js';
import { keepApart } from '../run-folder/keep-apart.js';
import { tableFormat } from '../output/tables/table-format.js';
import { type CommonFlags, answer } from './context.js';
import { readScorer } from '../run-folder/read-run-file.js';

export interface ScoreFlags extends CommonFlags {
  /** Not with `stream`. */
  input?: string;
  separator?: string;
  run: string;
  out: string;
  /** What a unit of money must gain (default: the run's own). */
  shadowPrice?: number;
  dryRun?: boolean;
  /** Arrow IPC from standard input to standard output, batch by batch. */
  stream?: boolean;
}

/** `clv score`: applies a run's models to customers whom they have not seen. */
export async function scoreCommand(flags: ScoreFlags): Promise<void> {
  if (flags.stream) return scoreStandardInput(flags);
  if (flags.input === undefined) throw missingInput();
  tableFormat(flags.out);
  await spareInput(flags.input, [flags.out]);
  keepApart([flags.out], flags.run);
  const scorer = await readScorer(flags.run);
  const price = flags.shadowPrice ?? scorer.shadow_price;
  const customers = { input: flags.input, separator: flags.separator };
  const scored = flags.dryRun
    ? await scoreDry(scorer, customers, price)
    : await scoreFile(scorer, customers, price, flags.out);
  answer(
    flags,
    () => ({ file: flags.out, ...scored }),
    () => [said(scored, flags.out), ...scored.notices].join('\n'),
  );
}

const said = ({ customers, offered }: Scored, out: string) =>
  `${counted(customers, 'customer')} scored, ${formatCount(offered)} ${offered === 1 ? 'gets' : 'get'} an offer: ${out}`;

async function scoreStandardInput({ run, shadowPrice, quiet }: ScoreFlags): Promise<void> {
  const scorer = await readScorer(run);
  const { scoreStream } = await import('../stream/score-stream.js');
  const price = shadowPrice ?? scorer.shadow_price;
  const { rows, lacksMark } = await scoreStream(scorer, price, process.stdin, process.stdout);
  if (lacksMark && !quiet) process.stderr.write(`note: ${noEndMark('standard input', rows)}\n`);
}

const missingInput = () => refusal('missing-input', 'input', 'clv score needs --input FILE, or --stream');
