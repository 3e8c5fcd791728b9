import { table } from 'arquero';

import { madeUpRecord, madeUpRun } from '../../test/made-up-run.js';
import { ClvData } from '../clv-data.js';
import { readTerms } from '../run/run-terms.js';
import { calculatorInputs } from './calculator-inputs.js';

describe('calculatorInputs', () => {
  const { columns, summary } = madeUpRun(20);
  const survival = {
    tenure: 'tenure_months',
    windowMonths: 3,
    spans: [{ until: 60, hazard: 0.1, shape: 0 }],
    lastSeen: [],
  };
  const roles = { ...madeUpRecord.roles, tenure: survival.tenure };
  const terms = readTerms({ ...madeUpRecord, roles, survival })!;
  const inputsOf = (shown: Record<string, unknown>) =>
    calculatorInputs(ClvData.fromTable(table(shown as never), summary, terms), terms);

  it('have the survival of a run with each customer’s tenure', () => {
    const { survival: given, tenure } = inputsOf(columns);
    expect(given).toEqual(survival);
    expect([...tenure!]).toEqual([...(columns as Record<string, number[]>).tenure_months]);
  });

  it('have neither where a page’s own table leaves tenures out', () => {
    const { tenure_months: _, ...others } = columns as Record<string, unknown>;
    expect(inputsOf(others)).not.toHaveProperty('survival');
  });
});
