import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';

import type { Choices, ExpectedValues } from '@clv/prescribe';

import type { Appraisal } from '../../engine/policy/appraise.js';
import { removeAbandoned, unfinishedPath } from '../../files/unfinished-files.js';
import { asWritingAtOnce } from '../../files/write-error.js';
import { gainsOf } from './gains-of.js';

/** What each offer does, customers x offers, row-major. */
type OfferMatrices = Pick<ExpectedValues, 'pStay' | 'cost' | 'value' | 'gain'>;

/** An appraised block as it comes back from the spool: what a decision and its result columns need. */
export interface SpooledBlock {
  /** The number of its first customer among all, from 0. */
  first: number;
  rows: number;
  segment: Int32Array;
  pChurn: Float64Array;
  clv: Float64Array;
  values: OfferMatrices;
  choices: Choices;
}

const word = 8;
const name = 'clv-spool';

/**
 * Appraised blocks laid down in a file, to be read as often as need be: a budget looks at all customers twice before it
 * can say what the first one gets. The file holds `8 * (3 + 4 * offers)` bytes a customer and has a name for a moment
 * only, so that it is gone with the process, however that ends.
 */
export class AppraisalSpool {
  private readonly blocks: { at: number; rows: number }[] = [];
  private end = 0;
  /** All customers so far. */
  rows = 0;

  private constructor(
    private readonly file: number,
    private readonly target: string,
    private readonly offers: number,
  ) {}

  /**
   * @param folder on a disk with room for it.
   * @param target what cannot be written where that disk refuses it.
   */
  static async create(folder: string, target: string, offers: number): Promise<AppraisalSpool> {
    await removeAbandoned(folder, [name]);
    const path = unfinishedPath(folder, name);
    const file = asWritingAtOnce(target, () => {
      const opened = openSync(path, 'w+');
      unlinkSync(path);
      return opened;
    });
    return new AppraisalSpool(file, target, offers);
  }

  add({ segment, pChurn, clv, values, choices }: Appraisal): void {
    const rows = segment.length;
    this.blocks.push({ at: this.end, rows });
    const segments = Float64Array.from(segment);
    for (const part of [segments, pChurn, clv, values.pStay, values.cost, choices.gain, choices.cost])
      this.append(part);
    this.rows += rows;
  }

  private append(part: Float64Array): void {
    let left = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    while (left.length > 0) {
      const written = this.write(left);
      this.end += written;
      left = left.subarray(written);
    }
  }

  private write(bytes: Uint8Array): number {
    return asWritingAtOnce(this.target, () => writeSync(this.file, bytes, 0, bytes.length, this.end));
  }

  /** The blocks, in the order in which they were added; each block's numbers are its own. */
  *read(): Generator<SpooledBlock> {
    let first = 0;
    for (const { at, rows } of this.blocks) {
      yield this.blockAt(at, rows, first);
      first += rows;
    }
  }

  private blockAt(at: number, rows: number, first: number): SpooledBlock {
    const { offers } = this;
    const bytes = new Uint8Array(word * rows * (3 + 4 * offers));
    for (let done = 0; done < bytes.length;)
      done += readSync(this.file, bytes, done, bytes.length - done, at + done);
    let place = 0;
    const next = (length: number) => {
      const part = new Float64Array(bytes.buffer, place, length);
      place += part.byteLength;
      return part;
    };
    const [segments, pChurn, clv] = [next(rows), next(rows), next(rows)];
    const [pStay, cost, gain, budgetCost] = [0, 1, 2, 3].map(() => next(rows * offers));
    return {
      first,
      rows,
      segment: Int32Array.from(segments),
      pChurn,
      clv,
      values: matricesOf(pStay, cost, clv),
      choices: { customers: rows, offers, gain, cost: budgetCost },
    };
  }

  close(): void {
    closeSync(this.file);
  }
}

function matricesOf(pStay: Float64Array, cost: Float64Array, clv: Float64Array): OfferMatrices {
  const offers = pStay.length / clv.length;
  const value = new Float64Array(pStay.length);
  for (let i = 0, at = 0; i < clv.length; i++)
    for (const end = at + offers; at < end; at++) value[at] = pStay[at] * clv[i] - cost[at];
  return { pStay, cost, value, gain: gainsOf(value, offers) };
}
