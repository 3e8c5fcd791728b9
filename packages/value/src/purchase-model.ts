interface Fitted<Names extends string> {
  version: 1;
  parameters: Record<Names, number>;
  /** From the observed information; how far the parameters could be off by chance. */
  standardErrors: Record<Names, number>;
  logLikelihood: number;
  /** How many customers it was fitted to. */
  customers: number;
}

/** Purchases are Poisson while a customer is alive, who may leave after any purchase. */
export interface BgNbdModel extends Fitted<'r' | 'alpha' | 'a' | 'b'> {
  format: 'clv-bg-nbd';
}

/** Purchases are Poisson while a customer is alive, who may leave at any time. */
export interface ParetoNbdModel extends Fitted<'r' | 'alpha' | 's' | 'beta'> {
  format: 'clv-pareto-nbd';
}

/** How often customers buy, and whether they still do; times are in the unit of the data it was fitted to. */
export type PurchaseModel = BgNbdModel | ParetoNbdModel;

/** How much a customer spends on an occasion. */
export interface GammaGammaModel extends Fitted<'p' | 'q' | 'v'> {
  format: 'clv-gamma-gamma';
  /**
   * Pearson's correlation of frequency with mean spend, which the model takes to be 0, and the size beyond which chance
   * does not explain it at the 5% level.
   */
  independence: { correlation: number; chance: number };
  /** What a reader must know, in sentences. */
  notices: string[];
}
