/** A kind of customer that has a name, and the corner of value x risk where it stands. */
export interface Archetype {
  name: string;
  /** From 0, of the least value, to 1, of the greatest. */
  value: number;
  /** From 0, the least likely to leave, to 1, the likeliest. */
  risk: number;
}

/** The four kinds of customers of the retention team. */
export const archetypes: readonly Archetype[] = [
  { name: 'VIPs', value: 1, risk: 0 },
  { name: 'Steady Users', value: 0, risk: 0 },
  { name: 'At-Risk High-Value', value: 1, risk: 1 },
  { name: 'Low-Value Transients', value: 0, risk: 1 },
];
