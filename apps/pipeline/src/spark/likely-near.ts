import { type BudgetEdge, type ReturnBins, type Upgrades, wideEdge } from '@clv/prescribe';
import type { RecordBatch } from 'apache-arrow';

import type { Scorer } from '../engine/scorer.js';
import type { OutgoingBatch } from '../stream/map-stream.js';
import { BatchWriter } from '../stream/write-batches.js';
import type { Appraised } from './appraised-batch.js';
import { nearCustomers, nobodyNear } from './near-customers.js';

interface AppraisedPart {
  batch: RecordBatch;
  appraised: Appraised;
  upgrades: Upgrades;
}

/** So many customers tell where the money of all is likely to run out. */
const enough = 50_000;
/** Where more are likely to be near, as where many are alike, nobody is kept. */
const most = 200_000;
const nowhere: BudgetEdge = { critical: -1, last: 0 };

/**
 * Keeps those customers of a partition who are likely to be near the edge of the budget, before anyone knows where that is,
 * so that they need not be looked for again.
 */
export class LikelyNear {
  private waiting: AppraisedPart[] = [];
  private seen = 0;
  private edge?: BudgetEdge;
  private kept: OutgoingBatch[] = [];
  private rows = 0;

  /**
   * @param bins of all customers so far.
   * @param moneyEach what there is to spend for each customer (default: no limit).
   */
  constructor(
    private readonly scorer: Scorer,
    private readonly bins: ReturnBins,
    private readonly moneyEach?: number,
  ) {}

  /** Takes the next customers, who are in the bins already. */
  add(part: AppraisedPart): void {
    this.seen += part.batch.numRows;
    this.waiting.push(part);
    if (this.seen >= enough) this.keep();
  }

  /** An edge that is likely to cover that of all customers, and whoever is near it, as an Arrow stream. */
  end(): { edge: BudgetEdge; near: Uint8Array } {
    const edge = this.keep();
    const writer = new BatchWriter();
    const batches = [nobodyNear(this.scorer), ...this.kept];
    const bytes = batches.map(({ columns, rows }) => writer.bytes(columns, rows));
    return { edge, near: Buffer.concat([...bytes, writer.end()]) };
  }

  private keep(): BudgetEdge {
    const edge = (this.edge ??= wideEdge(this.bins, this.moneyEach && this.moneyEach * this.seen));
    for (const { batch, appraised, upgrades } of this.waiting) {
      const near = nearCustomers(this.scorer, batch, appraised, upgrades, edge);
      if (near.rows === 0) continue;
      this.rows += near.rows;
      this.kept.push(near);
    }
    this.waiting = [];
    return this.rows > most ? this.giveUp() : edge;
  }

  private giveUp(): BudgetEdge {
    this.kept = [];
    this.rows = 0;
    return (this.edge = nowhere);
  }
}
