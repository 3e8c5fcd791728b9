/** How well k segments separate the customers. */
export interface KCandidate {
  k: number;
  inertia: number;
  /** In [-1, 1]; above 5,000 rows estimated on a sample. */
  silhouette: number;
  calinskiHarabasz: number;
  gap: number;
  gapError: number;
  /** The mean adjusted Rand index of bootstrap refits: 1 where every refit gives the same segments. */
  stability: number;
}
