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
    expect([...outreachOrder(customers())]).toEqual([1, 3, 0]);
  });

  it('has nobody who is held out: to be called is to be treated', () => {
    const heldOut = Uint8Array.of(1, 0, 1, 0, 0);
    expect([...outreachOrder(customers({ heldOut }))]).toEqual([1, 3]);
  });
});
