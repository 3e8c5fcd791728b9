import { crossFitChurn } from '../cross-fit.js';
import { makeCustomers } from '../../test/customers.js';
import { randomSource } from '@clv/contracts';

const { table, schema } = makeCustomers(1000);

describe('the leakage guard', () => {
  it('finds nothing in honest customers', async () => {
    expect((await crossFitChurn(table, schema)).model.warnings).toEqual([]);
  });

  it('names a copy of the label, a feature that nearly tells it, and an identifier', async () => {
    const random = randomSource(1);
    const leaking = {
      ...table,
      status: table.churn.map((value) => (value === 'Yes' ? 'closed' : 'open')),
      final_bill: table.churn.map((value) => (random() < 0.01 === (value === 'Yes') ? 0 : 90) + random()),
      account: table.id.map((_, row) => 100_000 + ((row * 7919) % 1000)),
    };
    const { warnings } = (await crossFitChurn(leaking, schema)).model;
    expect(warnings).toEqual([
      expect.stringMatching(/^status copies the label/),
      expect.stringMatching(/^final_bill alone tells who leaves \(AUC 0\.9\d\d\)/),
      expect.stringMatching(/^account is unique per row/),
    ]);
    await expect(crossFitChurn(leaking, schema, { strict: true })).rejects.toMatchObject({
      faults: [{ column: 'status' }, { column: 'final_bill' }, { column: 'account' }],
    });
  });

  it('finds a column that is filled in for leavers alone, if only for half of them', async () => {
    const reasons = table.churn.map((value, row) =>
      value === 'Yes' && row % 2 ? ['price', 'moved'][(row % 4) >> 1] : '',
    );
    const told = (cancel_reason: string[]) => crossFitChurn({ ...table, cancel_reason }, schema);
    expect((await told(reasons)).model.warnings).toEqual([
      'cancel_reason is filled in only for customers who left: is it known before a customer leaves? If not, exclude it',
    ]);
    const stayer = table.churn.indexOf('No');
    expect((await told(reasons.with(stayer, 'price'))).model.warnings).toEqual([]);
  });

  it('finds a leak that does not rise with the feature', async () => {
    const folded = table.churn.map((value, row) => (value === 'Yes' ? 0.5 : row % 2) + (row % 97) / 1000);
    const { warnings } = (await crossFitChurn({ ...table, folded }, schema)).model;
    expect(warnings).toEqual([expect.stringMatching(/^folded /)]);
  });
});
