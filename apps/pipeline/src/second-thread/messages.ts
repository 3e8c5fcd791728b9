import type { Errand } from './errands.js';

/** What a runner is sent for. */
export interface Request {
  number: number;
  errand: Errand;
  asked: readonly unknown[];
}

/** What it comes back with; an errand that failed brings nothing. */
export interface Reply {
  number: number;
  brought?: { value: unknown };
}
