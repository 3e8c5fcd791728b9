import { runBlockwise } from '../blockwise/run-blockwise.js';
import type { Config } from '../config/config.js';
import { StageClock, silentObserver } from '../engine/stages/stages.js';
import { withSource } from '../input/open-source.js';
import { readTable } from '../input/read-table.js';

/** A run in blocks of 1,024 over the file `input` in `folder`, and the results that it writes to the file `out` there. */
export const runInBlocks = (folder: string, input: string, out: string, config: Config) =>
  withSource(
    input,
    async (source) => {
      const clock = new StageClock(silentObserver);
      const { run, customers, close } = await runBlockwise(source, config, clock, {
        scratch: folder,
        blockRows: 1024,
      });
      await customers[0].write(out);
      close();
      return { run, results: (await readTable(out)).columns };
    },
    { writes: [out] },
  );
