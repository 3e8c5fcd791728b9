import type { Fault } from '@clv/contracts';

/** The fault of what has more or fewer values than there are customers; `site` tells what its name is. */
export const wrongLength = (
  site: 'column' | 'path',
  name: string,
  length: number,
  expected: number,
): Fault => ({
  rule: 'wrong-length',
  message: `${name} has ${length} values, expected ${expected}`,
  [site]: name,
});
