import { InvalidOptionError } from '@clv/contracts';

import * as uplift from './index.js';

/** Each called as from JavaScript, where no compiler tells that an argument is left out. */
const calls: [string, () => unknown][] = [
  ['counts', () => uplift.attritionNotices(undefined as never, 'none')],
  ['arms', () => uplift.differentialAttrition(undefined as never)],
  ['counts', () => uplift.faultsOfCounts(undefined as never, { outcome: 'stayed', offer: 'offer' })],
  ['counts', () => uplift.silentOutcomes(undefined as never, { outcome: 'stayed', offer: 'offer' })],
  ['columns', () => uplift.silentOutcomes({ rows: 0, arms: [] } as never, undefined as never)],
  ['parts', () => uplift.sumCounts(undefined as never)],
];

describe('what an experiment is read from', () => {
  it.each(calls)('is named where %s is left out: %s', (argument, call) => {
    expect(call).toThrow(InvalidOptionError);
    expect(call).toThrow(`${argument} is missing`);
  });
});
