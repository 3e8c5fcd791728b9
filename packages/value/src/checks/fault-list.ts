import { InvalidInputError, type Fault } from '@clv/contracts';

const listedAtMost = 1000;

/** Gathers what is wrong with an input, to be thrown at once; beyond 1,000 faults it only counts. */
export class FaultList {
  readonly #faults: Fault[] = [];
  #unlisted = 0;

  add(fault: Fault): void {
    if (this.#faults.length < listedAtMost) this.#faults.push(fault);
    else this.#unlisted++;
  }

  /** What `read` returns; undefined where it throws faults, which join the list. */
  gatherFrom<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      error.faults.forEach((fault) => this.add(fault));
      return undefined;
    }
  }

  throwIfAny(): void {
    if (this.#unlisted > 0)
      this.#faults.push({ rule: 'more-faults', message: `and ${this.#unlisted} more faults` });
    if (this.#faults.length > 0) throw new InvalidInputError(this.#faults);
  }
}
