import { type MessagePort, MessageChannel, type Transferable } from 'node:worker_threads';

import { type Block, type Cells, CodedText } from '../../block/block.js';
import { codeFewTexts } from '../../block/texts/code-few-texts.js';
import { wholeNumbers } from '../../block/whole-numbers.js';
import type { CustomerRows } from '../../engine/customers/rows-to-prescribe.js';
import type { EngineFindings } from '../../engine/policy/engine-findings.js';
import type { Foreknown, PrescribedCustomers } from '../../engine/policy/prescribed-customers.js';
import type { RunListener } from '../../engine/run-engine.js';
import type { WrittenFile } from '../../files/settle.js';
import { unfinishedPath } from '../../files/unfinished-files.js';
import { type PlannedFile, makeFolder } from '../../files/write-whole.js';
import { hasRunner, askRunner } from '../../second-thread/run-task.js';
import { idsOf, resultFiles } from './result-files.js';
import { resultNames } from './result-names.js';
import { chosenColumns, customerColumns, foundColumns } from './result-table.js';
import type { ResultFile } from './write-result-files.js';

/**
 * Results that another thread, if there is one, writes into a run folder while the run goes on, under names that are
 * not theirs yet. It gets the customers while it is still being learned what they will do, prints them once trees have grown
 * for that, then gets and prints what is found of them, and last what is decided. Where it fails, the results are written when
 * they are waited for.
 */
export class ResultsBeside implements RunListener {
  private written?: Promise<Record<ResultFile, WrittenFile> | undefined>;
  private writer?: MessagePort;

  constructor(private readonly out: string) {}

  customersKnown(customers: CustomerRows): void {
    if (!hasRunner()) return;
    const { port1, port2 } = new MessageChannel();
    const { rows } = customers;
    const sent = codeFewTexts({ rows, columns: customerColumns(customers) });
    const paths = {
      csv: unfinishedPath(this.out, resultNames.csv),
      arrow: unfinishedPath(this.out, resultNames.arrow),
    };
    const places = { paths, ids: idsOf(customers) };
    this.writer = port1;
    this.written = askRunner('writeResultFiles', [sent, places, port2], [port2]);
  }

  treesGrown(): void {
    this.writer?.postMessage(treesGrown);
  }

  worthKnown(_: unknown, customers: Foreknown): void {
    if (this.writer !== undefined) send(this.writer, foundColumns(customers), customers);
  }

  async decided({ prescribed }: Pick<EngineFindings, 'prescribed'>): Promise<void> {
    if (this.writer === undefined) return;
    makeFolder(this.out);
    send(this.writer, chosenColumns(prescribed), prescribed);
  }

  /** The files, of which those that are being written are waited for. */
  files(prescribed: PrescribedCustomers): PlannedFile[] {
    return resultFiles(prescribed, async (file) => (await this.written)?.[file]);
  }

  /** Nothing will be decided; after that, of no effect. */
  abandon(): void {
    // That a port has closed is heard by those who listen already; a message waits for them.
    this.writer?.postMessage(undefined);
    this.writer?.close();
  }
}

/** What the writer is told before it is told what was decided. */
const treesGrown = 'trees grown';

function send(writer: MessagePort, columns: Record<string, Cells>, customers: Foreknown): void {
  const block = wholeNumbers(codeFewTexts({ rows: customers.pChurn.length, columns }));
  writer.postMessage(block, madeFor(block, customers));
}

/** The memory of the columns that were made to be sent, and are nobody else's. */
function madeFor({ columns }: Block, { segment, pChurn, clv }: Foreknown): Transferable[] {
  const kept = new Set<unknown>([segment, pChurn, clv].map(memoryBehind));
  return [...new Set(Object.values(columns).map(memoryBehind))].filter(
    (memory): memory is ArrayBuffer => memory instanceof ArrayBuffer && !kept.has(memory),
  );
}

const memoryBehind = (cells: unknown) => {
  const numbers = cells instanceof CodedText ? cells.codes : cells;
  return ArrayBuffer.isView(numbers) ? numbers.buffer : undefined;
};
