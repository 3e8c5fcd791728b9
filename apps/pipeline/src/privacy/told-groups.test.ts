import { toldGroups } from './told-groups.js';

const told = (...sizes: number[]) =>
  toldGroups(sizes.map((customers) => ({ customers }))).map(({ customers }) => customers);

describe('toldGroups', () => {
  it('leaves out with one small group the next smallest, as its number would follow from that of all', () => {
    expect(told(90, 3, 12, 40)).toEqual([90, 40]);
    expect(told(90, 12, 40)).toEqual([90, 12, 40]);
  });
});
