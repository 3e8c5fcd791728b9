import { formatCount } from '@clv/charts';

/** So many of something, as it is said: `1 month`, `12 months`, `10,000 customers`. */
export const counted = (count: number, one: string, several = `${one}s`) =>
  `${formatCount(count)} ${count === 1 ? one : several}`;
