/** Rows of a source that may have faults, counted from 0; so many at most, and how many there are beyond. */
export class SuspectRows {
  private readonly rows = new Set<number>();
  beyond = 0;

  constructor(private readonly most: number) {}

  add(row: number): void {
    if (this.rows.has(row)) return;
    if (this.rows.size < this.most) this.rows.add(row);
    else this.beyond++;
  }

  addAll({ rows, beyond }: SuspectRows): void {
    for (const row of rows) this.add(row);
    this.beyond += beyond;
  }

  get size(): number {
    return this.rows.size;
  }

  /** Ascending. */
  toArray(): Int32Array {
    return Int32Array.from(this.rows).sort();
  }
}
