/** The ten classic groups by their scores of recency (5 is the latest) and frequency (5 is the most often). */
const groups: readonly { name: string; recency: readonly number[]; frequency: readonly number[] }[] = [
  { name: 'Champions', recency: [5], frequency: [4, 5] },
  { name: 'Loyal Customers', recency: [3, 4], frequency: [4, 5] },
  { name: 'Potential Loyalists', recency: [4, 5], frequency: [2, 3] },
  { name: 'New Customers', recency: [5], frequency: [1] },
  { name: 'Promising', recency: [4], frequency: [1] },
  { name: 'Need Attention', recency: [3], frequency: [3] },
  { name: 'About to Sleep', recency: [3], frequency: [1, 2] },
  { name: "Can't Lose Them", recency: [1, 2], frequency: [5] },
  { name: 'At Risk', recency: [1, 2], frequency: [3, 4] },
  { name: 'Hibernating', recency: [1, 2], frequency: [1, 2] },
];

/** The group of scores from 1 to 5. */
export function rfmGroup(recency: number, frequency: number): string {
  return groups.find((it) => it.recency.includes(recency) && it.frequency.includes(frequency))!.name;
}
