import { type RandomSource, randomSource } from '@clv/contracts';

/** Of the seed's streams of random numbers, the one that draws the sample. */
const stream = 0x5a3b1e;

/**
 * Draws rows of a table as they pass: each set of so many is as likely as any other (Knuth 1969, algorithm S), and the
 * same seed draws the same; of a shorter table all are taken.
 */
export class RowDraw {
  /** The rows that are drawn, ascending, counted from 0. */
  readonly drawn: Int32Array;
  private readonly random: RandomSource;
  private count = 0;
  private passed = 0;

  constructor(
    atMost: number,
    private readonly rows: number,
    seed: number,
  ) {
    this.drawn = new Int32Array(Math.min(atMost, rows));
    this.random = randomSource(seed, stream);
  }

  /** Goes over the next so many rows, and tells the places of the drawn among them. */
  next(rows: number): Int32Array {
    const [first, before] = [this.passed, this.count];
    for (; this.passed < first + rows; this.passed++) {
      const left = this.drawn.length - this.count;
      if (this.random() * (this.rows - this.passed) < left) this.drawn[this.count++] = this.passed;
    }
    return this.drawn.subarray(before, this.count).map((row) => row - first);
  }
}
