import { formatCount } from '@clv/charts';
import { type Fault, InvalidInputError } from '@clv/contracts';

/** At most this many faults are reported; a table with more has one cause. */
const most = 10_000;

/** Gathers the faults of blocks as those of one table: rows are counted over all of them. */
export class RowFaults {
  private readonly faults: Fault[] = [];
  private beyond = 0;

  get isEmpty(): boolean {
    return this.faults.length === 0;
  }

  /** Does a block's work; the faults of its table are kept, and any other error is thrown. */
  async gather<T>(firstRow: number, work: () => Promise<T> | T): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      for (const fault of error.faults)
        if (this.faults.length < most) this.faults.push(moved(fault, firstRow));
        else this.beyond++;
      return undefined;
    }
  }

  add(faults: readonly Fault[]): void {
    this.faults.push(...faults);
  }

  /** @throws InvalidInputError with all of them, if there are any. */
  throwIfAny(): void {
    const faults = distinct(this.faults);
    if (this.beyond > 0)
      faults.push({ rule: 'many-faults', message: `and ${formatCount(this.beyond)} more` });
    if (faults.length > 0) throw new InvalidInputError(faults);
  }
}

/** A fault of a block's row as one of the table's row, in its message too. */
function moved(fault: Fault, firstRow: number): Fault {
  if (fault.row === undefined || firstRow === 0) return fault;
  const row = fault.row + firstRow;
  const message = fault.message.replace(new RegExp(`\\brow ${fault.row}\\b`), `row ${row}`);
  return { ...fault, row, message };
}

/** What is said of a whole column is said by each block; once is enough. */
function distinct(faults: readonly Fault[]): Fault[] {
  const said = new Set<string>();
  return faults.filter(({ row, message }) => row !== undefined || (!said.has(message) && said.add(message)));
}
