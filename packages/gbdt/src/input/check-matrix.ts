import { InvalidInputError, misspeltName, shapes, type Fault, type FeatureMatrix } from '@clv/contracts';

const names = shapes.listOf(shapes.text);

/** The faults of a matrix's shape. */
export function shapeFaults(x: FeatureMatrix, name = 'x'): Fault[] {
  const faults: Fault[] = [];
  const complain = (path: string, message: string, value: unknown) =>
    faults.push({
      rule: 'matrix-shape',
      message: `${name}.${path} ${message}`,
      path: `${name}.${path}`,
      value,
    });

  if (!(x?.data instanceof Float32Array)) {
    complain('data', 'must be a Float32Array', x?.data);
    return faults;
  }
  for (const side of ['rows', 'columns'] as const)
    if (!Number.isSafeInteger(x[side]) || x[side] < 0)
      complain(side, `must be a whole number: ${String(x[side])}`, x[side]);
  if (faults.length > 0) return faults;
  if (x.data.length !== x.rows * x.columns)
    complain(
      'data',
      `must hold rows * columns = ${x.rows * x.columns} values: ${x.data.length}`,
      x.data.length,
    );
  const misspelt = misspeltName('key', x, ['data', 'rows', 'columns', 'featureNames']);
  if (misspelt !== undefined)
    faults.push({ rule: 'matrix-shape', message: `${name}: ${misspelt}`, path: name });
  if (x.featureNames !== undefined) {
    const misshape = names(x.featureNames, 'featureNames');
    if (misshape) complain(misshape.path, misshape.fault, x.featureNames);
    else if (x.featureNames.length !== x.columns)
      complain(
        'featureNames',
        `must name each of the ${x.columns} columns: ${x.featureNames.length} names`,
        x.featureNames.length,
      );
  }
  return faults;
}

/** @throws InvalidInputError where `x` does not fit a model of `columns` features */
export function checkRowsFor(columns: number, x: FeatureMatrix): void {
  const faults = shapeFaults(x);
  if (faults.length === 0 && x.columns !== columns)
    faults.push({
      rule: 'matrix-shape',
      message: `x.columns must be the model's ${columns}: ${String(x.columns)}`,
      path: 'x.columns',
      value: x.columns,
    });
  if (faults.length > 0) throw new InvalidInputError(faults);
}
