export interface PlantedGroups {
  table: Record<'charges' | 'support_calls' | 'usage', number[]>;
  features: string[];
  /** The name of each group. */
  names: string[];
  /** Which group each row was drawn from. */
  group: Int32Array;
  value: Float64Array;
  risk: Float64Array;
}

/** Four Gaussian groups at the corners of value x risk, `gap` standard deviations apart, and who belongs to which. */
export function plantGroups(rows: number, gap: number, seed: number): PlantedGroups;
