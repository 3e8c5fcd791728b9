import type { Fault } from '@clv/contracts';

/** The fault of what has more or fewer values than are expected; `site` tells what its name is. */
export const wrongLength = (
  site: 'column' | 'path',
  name: string,
  length: number | undefined,
  expected: number | string,
): Fault => ({
  rule: 'wrong-length',
  message: `${name} has ${length ?? 'no'} values, expected ${expected}`,
  [site]: name,
});
