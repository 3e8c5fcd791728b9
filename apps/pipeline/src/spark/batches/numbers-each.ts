import { type Data, Field, FixedSizeList, Float64, makeData } from 'apache-arrow';

/** A column that holds a row of a matrix for each customer, as a list. */
export function numbersEach(matrix: Float64Array, width: number): Data {
  const type = new FixedSizeList(width, new Field('each', new Float64(), false));
  const child = makeData({ type: new Float64(), data: matrix });
  return makeData({ type, length: matrix.length / width, nullCount: 0, child });
}

/** The matrix again. */
export const readNumbersEach = ({ children: [child] }: Data, rows: number, width: number): Float64Array =>
  (child.values as Float64Array).subarray(0, rows * width);
