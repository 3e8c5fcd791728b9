import type { Fitted } from '../likelihood/fitted.js';

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
