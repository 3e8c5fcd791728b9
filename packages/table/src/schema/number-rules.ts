import type { ColumnRole } from './roles.js';

/** What the numbers of a column may be. */
export interface NumberRule {
  least?: number;
  most?: number;
  /** Yes and no stand for 1 and 0. */
  orLabel?: boolean;
}

/** The roles whose columns are numbers, and which numbers they may be. */
export const numberRules: ReadonlyMap<ColumnRole, NumberRule> = new Map([
  ['price', { least: 0 }],
  ['margin', { least: 0 }],
  ['tenure', { least: 0 }],
  ['sensitivity', { least: 0, most: 1 }],
  ['propensity', { least: 0, most: 1 }],
  ['outcome', { orLabel: true }],
]);
