/** How the errors of several offers' effects on the same customers go together. */
export class JointErrors {
  /** Offers x offers: sums of products over customers and members; the lower triangle. */
  private readonly products: Float64Array;

  constructor(private readonly offers: number) {
    this.products = new Float64Array(offers ** 2);
  }

  /**
   * Adds a customer.
   *
   * @param away by offer, how far each member of an ensemble is from the mean of all.
   */
  add(away: readonly Float64Array[]): void {
    for (let j = 0; j < this.offers; j++)
      for (let k = 0; k <= j; k++) this.products[j * this.offers + k] += dot(away[j], away[k]);
  }

  /** Offers x offers; 0 between offers of which one does not vary. */
  get correlation(): Float64Array {
    const { products, offers } = this;
    const matrix = new Float64Array(offers ** 2);
    for (let j = 0; j < offers; j++) {
      matrix[j * offers + j] = 1;
      for (let k = 0; k < j; k++) {
        const variances = products[j * offers + j] * products[k * offers + k];
        const correlation = variances > 0 ? products[j * offers + k] / Math.sqrt(variances) : 0;
        matrix[j * offers + k] = matrix[k * offers + j] = correlation;
      }
    }
    return matrix;
  }
}

export function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < one.length; k++) sum += one[k] * other[k];
  return sum;
}
