import { runReadmeExample } from '../../../tools/jest/readme-example.cjs';

describe("the README's example", () => {
  it('prints what it says', () => {
    expect(runReadmeExample(process.cwd())).toBe(
      "{ id: 'customer_id', label: 'churn', price: 'monthly_charges' }\n" +
        "[ 'monthly_charges', 'contract=monthly', 'contract=yearly' ]\n" +
        'row 2, monthly_charges: "abc" is not a number\n' +
        'row 4, monthly_charges: "-4" is negative\n',
    );
  });
});
