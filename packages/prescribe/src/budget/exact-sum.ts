/** A running sum whose error does not grow with the number of terms (Neumaier 1974). */
export class ExactSum {
  private sum = 0;
  private lost = 0;

  add(term: number): void {
    const next = this.sum + term;
    this.lost += Math.abs(this.sum) >= Math.abs(term) ? this.sum - next + term : term - next + this.sum;
    this.sum = next;
  }

  get value(): number {
    return this.sum + this.lost;
  }
}

/** The sum of a matrix (customers x offers, row-major) over the offers that customers have. */
export function sumOfChoice(matrix: Float64Array, choice: Int32Array, offers: number): number {
  const sum = new ExactSum();
  for (let i = 0; i < choice.length; i++) sum.add(matrix[i * offers + choice[i]]);
  return sum.value;
}
