import type { Count } from './count.js';
import { tellingOf } from './telling-of.js';

/** Which of the groups may be told that everyone is in one of, where it is told how many they are in all. */
export function toldGroups<T extends { customers: number }>(groups: readonly T[]): T[] {
  const counts = groups.map(({ customers }): Count => ({ from: 'start', to: 'end', customers }));
  const telling = tellingOf(counts);
  return groups.filter((_, place) => telling(counts[place]) === 'number');
}
