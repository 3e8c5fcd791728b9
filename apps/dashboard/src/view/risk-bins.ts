import type { RiskBin } from '@clv/charts';

const bins = 50;

/** Customers and their value counted by chance of leaving, in fiftieths. */
export class RiskBins {
  private readonly customers = new Float64Array(bins);
  private readonly value = new Float64Array(bins);

  constructor(private readonly weight: number) {}

  /** A chance that is not known is counted nowhere. */
  add(risk: number, clv: number): void {
    const bin = Math.min(bins - 1, Math.floor(risk * bins));
    this.customers[bin] += this.weight;
    this.value[bin] += clv * this.weight;
  }

  bins(): RiskBin[] {
    return Array.from(this.customers, (customers, bin) => ({
      low: bin / bins,
      high: (bin + 1) / bins,
      customers,
      value: this.value[bin],
    }));
  }
}
