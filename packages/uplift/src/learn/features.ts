import type { FeatureMatrix } from '@clv/contracts';

/** The features of some rows, in their order. */
export function takeRows(x: FeatureMatrix, rows: Int32Array): FeatureMatrix {
  const { columns } = x;
  const data = new Float32Array(rows.length * columns);
  for (let i = 0, at = 0; i < rows.length; i++) {
    for (let from = rows[i] * columns, end = from + columns; from < end; from++) data[at++] = x.data[from];
  }
  return { ...x, data, rows: rows.length };
}

/** The same rows with one more feature. */
export function withColumn(x: FeatureMatrix, name: string, column: Float32Array): FeatureMatrix {
  const columns = x.columns + 1;
  const data = new Float32Array(x.rows * columns);
  for (let i = 0, from = 0, at = 0; i < x.rows; i++) {
    for (let j = 0; j < x.columns; j++) data[at++] = x.data[from++];
    data[at++] = column[i];
  }
  return { data, rows: x.rows, columns, ...(x.featureNames && { featureNames: [...x.featureNames, name] }) };
}
