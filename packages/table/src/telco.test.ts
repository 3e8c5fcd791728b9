import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fromCSV, type ColumnTable } from 'arquero';
import { encodeFeatures } from './encode/encode-features.js';
import { inferSchema } from './infer/infer-schema.js';
import { findLabelCopies } from './infer/label-copies.js';
import { readLabels } from './read/read-labels.js';
import { readNumbers } from './read/read-numbers.js';
import { assertSound } from './validate/validate.js';

const file = resolve(process.env.CLV_DATA ?? '../../../shared/data', 'telco_ibm.csv');
const onTelco = existsSync(file) ? describe : describe.skip;

onTelco(`Telco, as text (skipped where ${file} is not there)`, () => {
  let telco: ColumnTable;
  beforeAll(() => {
    telco = fromCSV(readFileSync(file, 'utf8'), { autoType: false });
  });

  it('is understood by its columns', () => {
    expect(inferSchema(telco).schema.roles).toEqual({
      id: 'customerID',
      label: 'Churn',
      price: 'MonthlyCharges',
      tenure: 'tenure',
    });
  });

  it('is sound, with 1,869 of 7,043 churned and 11 blank charges', () => {
    const { schema } = inferSchema(telco);
    expect(() => assertSound(telco, schema)).not.toThrow();
    const labels = readLabels(telco, schema);
    expect(labels).toHaveLength(7043);
    expect(labels.filter((label) => label === 1)).toHaveLength(1869);
    expect(readNumbers(telco, 'TotalCharges').filter(Number.isNaN)).toHaveLength(11);
  });

  it('shows churn by contract as published, from the encoded features', () => {
    const { schema } = inferSchema(telco);
    const { matrix } = encodeFeatures(telco, schema);
    const labels = readLabels(telco, schema);
    const churnOf = (level: string) => {
      const at = matrix.featureNames!.indexOf(`Contract=${level}`);
      const members = [...labels].filter((_, row) => matrix.data[row * matrix.columns + at] === 1);
      return members.reduce((sum, label) => sum + label, 0) / members.length;
    };
    expect(churnOf('Month-to-month')).toBeCloseTo(0.427097, 6);
    expect(churnOf('One year')).toBeCloseTo(0.112695, 6);
    expect(churnOf('Two year')).toBeCloseTo(0.028319, 6);
  });

  it('has no column that copies the label, until one is planted', () => {
    const { schema } = inferSchema(telco);
    expect(findLabelCopies(telco, schema)).toEqual([]);
    const reason = Array.from(readLabels(telco, schema), (label, i) =>
      label === 1 ? `reason ${i % 30}` : '',
    );
    expect(findLabelCopies(telco.assign({ reason } as never), schema)).toEqual([
      { column: 'reason', accuracy: 1 },
    ]);
  });
});
