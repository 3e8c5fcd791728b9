import { randomSource } from '@clv/contracts';

import type { PrescribedCustomers } from '../policy/prescribed-customers.js';
import { outreachOrder } from './outreach.js';

const customers = (campaign?: Partial<PrescribedCustomers['campaign']>) =>
  ({
    pChurn: Float64Array.of(0.9, 0.6, 0.5, 0.8, 0.7),
    clv: Float64Array.of(10, 30, 90, 20, 20),
    labels: Int8Array.of(0, -1, 0, 0, 1),
    campaign,
  }) as PrescribedCustomers;

describe('outreachOrder', () => {
  it('has those likelier to leave than to stay who have not left, the most valuable first', () => {
    expect([...outreachOrder(customers(), 5)]).toEqual([1, 3, 0]);
  });

  it('has nobody who is held out: to be called is to be treated', () => {
    const heldOut = Uint8Array.of(1, 0, 1, 0, 0);
    expect([...outreachOrder(customers({ heldOut }), 5)]).toEqual([1, 3]);
  });

  it('has the first of the whole order, equal values in their own', () => {
    const next = randomSource(3);
    const column = (entry: () => number) => Float64Array.from({ length: 400 }, entry);
    const many = {
      pChurn: column(next),
      clv: column(() => Math.floor(30 * next())),
      labels: Int8Array.from(column(() => Math.floor(3 * next()) - 1)),
    } as unknown as PrescribedCustomers;
    const whole = Array.from(many.pChurn.keys())
      .filter((i) => many.pChurn[i] > 0.5 && many.labels[i] !== 1)
      .sort((a, b) => many.clv[b] - many.clv[a] || a - b);
    for (const top of [0, 1, 7, 50, 400]) expect([...outreachOrder(many, top)]).toEqual(whole.slice(0, top));
  });
});
