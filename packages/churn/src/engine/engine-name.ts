/** Who grows the trees. */
export type EngineName = 'gbdt' | 'ml-xgboost';

/** Apart from the engines, so that a program which only reads models carries none of them. */
export const engineNames: readonly EngineName[] = ['gbdt', 'ml-xgboost'];
