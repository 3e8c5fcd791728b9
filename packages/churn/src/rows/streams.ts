/** Each use of chance draws from a stream of its own, so that none moves another. */
export const stream = {
  folds: 0,
  thinning: 1,
  watchers: 2,
  candidates: 3,
  leakage: 5,
  dependence: 6,
  survival: 7,
} as const;
