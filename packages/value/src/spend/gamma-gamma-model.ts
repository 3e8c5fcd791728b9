import type { Fitted } from '../likelihood/fitted.js';

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
