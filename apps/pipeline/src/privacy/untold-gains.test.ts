import { formatMoney } from '@clv/charts';

import { type GainingGroup, untoldGains, untoldOptimized } from './untold-gains.js';

const group = (gain: number, customers: number, told: 'number' | 'size', baseline = 5000): GainingGroup => ({
  baseline,
  optimized: baseline + gain,
  offered: { customers, told },
});

describe('untoldGains', () => {
  it('are none where nobody or many of each segment get an offer', () => {
    expect(untoldGains([group(0, 0, 'number'), group(12.5, 5, 'number')]).size).toBe(0);
  });

  it('are those of few alone where they drown in what is rounded off the others', () => {
    const few = group(5.44, 2, 'size');
    expect([...untoldGains([group(54_123, 700, 'size'), few, group(3880, 230, 'number')])]).toEqual([few]);
  });

  it('are also those of the others whose numbers are not told, where they would follow', () => {
    const [few, beside, told] = [group(5.44, 2, 'size'), group(681, 40, 'size'), group(135, 20, 'number')];
    expect([...untoldGains([few, beside, told])]).toEqual([few, beside]);
  });

  it('are left in the value with offers where this is as it is written no other than that without', () => {
    const ofMany = group(22.36, 4, 'size', 9_359_134.93);
    expect(formatMoney(ofMany.baseline)).toBe(formatMoney(ofMany.optimized));
    const [hundreds, coins] = [group(22.36, 4, 'size', 480), group(0.3, 1, 'size', 12.5)];
    expect([...untoldOptimized([ofMany, hundreds, coins])]).toEqual([hundreds, coins]);
    expect(untoldOptimized([group(22.36, 40, 'number', 480)]).size).toBe(0);
  });
});
