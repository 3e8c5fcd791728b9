import { basename, dirname } from 'node:path';

import { chooseAtPrice } from '../engine/policy/choose-at-price.js';
import type { Scorer } from '../engine/policy/scorer.js';
import { refuseNoRows } from '../faults/refuse-no-rows.js';
import { withSource } from '../input/open-source.js';
import type { TableSource } from '../input/table-source.js';
import { tableFormat } from '../output/tables/table-format.js';
import { inFolder } from '../files/in-folder.js';
import { unfinishedPath } from '../files/unfinished-files.js';
import { writeWhole } from '../files/write-whole.js';
import { AppraisalSpool } from './appraisal/appraisal-spool.js';
import { appraiseSource } from './appraisal/appraise-source.js';
import { decideAll } from './decision/decide-blocks.js';
import { writeResults } from './decision/write-results.js';

/** Where the customers to score are. */
export interface ToScore {
  input: string;
  /** What stands between the cells of a CSV (default: found out). */
  separator?: string;
}

/** What came of a scoring. */
export interface Scored {
  customers: number;
  /** How many of them get an offer. */
  offered: number;
  /** What is to be said of how the input is written. */
  notices: readonly string[];
}

/**
 * Decides for the customers of an input at a price of money, and writes them with what was decided. Memory does not grow
 * with their number; the folder of the file has to hold their appraisals meanwhile.
 *
 * @param out the file to write.
 * @throws InvalidInputError with every fault of the input, before anything is written.
 */
export function scoreFile(
  scorer: Scorer,
  { input, separator }: ToScore,
  price: number,
  out: string,
): Promise<Scored> {
  const [folder, name] = [dirname(out), basename(out)];
  const format = tableFormat(out);
  const path = unfinishedPath(folder, name);
  const use = async (source: TableSource) => {
    const spool = await AppraisalSpool.create(folder, out, scorer.offers.length);
    try {
      await appraiseSource(scorer, source, spool);
      refuseNoRows(spool.rows, source.name);
      const scored = { customers: spool.rows, offered: 0, notices: source.notices ?? [] };
      const decide = decideAll(scorer, ({ choices }) => {
        const choice = chooseAtPrice(choices, price);
        for (const offer of choice) if (offer > 0) scored.offered++;
        return choice;
      });
      const write = () => writeResults({ source, spool, scorer, decide }, { path, format });
      await writeWhole(folder, [{ name, write }]);
      return scored;
    } finally {
      spool.close();
    }
  };
  return inFolder(folder, () => withSource(input, use, { separator, writes: [path] }));
}

/** The same without writing. */
export function scoreDry(scorer: Scorer, { input, separator }: ToScore, price: number): Promise<Scored> {
  return withSource(
    input,
    async (source) => {
      const scored = { customers: 0, offered: 0, notices: source.notices ?? [] };
      const counter = {
        add({ choices }: Parameters<AppraisalSpool['add']>[0]) {
          scored.customers += choices.customers;
          for (const offer of chooseAtPrice(choices, price)) if (offer > 0) scored.offered++;
        },
      };
      await appraiseSource(scorer, source, counter);
      refuseNoRows(scored.customers, source.name);
      return scored;
    },
    { separator },
  );
}
