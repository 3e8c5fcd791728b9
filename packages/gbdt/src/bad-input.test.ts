import { InvalidInputError } from '@clv/contracts';
import { sampleTable } from '../test/table.js';
import { trainGbdt, type FeatureMatrix, type GbdtParams, type TrainIo } from './index.js';

const { x, y } = sampleTable(50, 3, { missing: 0 });

async function faultsOf(
  input: { x?: object; y?: ArrayLike<number> },
  params: object = {},
  io: object = {},
): Promise<string[]> {
  try {
    await trainGbdt({ ...x, ...input.x } as FeatureMatrix, input.y ?? y, params as GbdtParams, io as TrainIo);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInputError);
    return (error as InvalidInputError).faults.map(({ message }) => message);
  }
  throw new Error('nothing was refused');
}

const withValue = (at: number, value: number) => {
  const data = x.data.slice();
  data[at] = value;
  return { data };
};
const labels = (value: number) => y.map((label, row) => (row === 7 ? value : label));

describe('trainGbdt refuses', () => {
  it.each([
    ['a matrix of another size', { x: { rows: 49 } }, 'x.data must hold rows * columns = 147 values: 150'],
    ['no rows', { x: { data: new Float32Array(0), rows: 0 }, y: [] }, 'x has no rows'],
    ['no columns', { x: { data: new Float32Array(0), columns: 0 } }, 'x has no columns'],
    [
      'more than 65,536 columns',
      { x: { data: new Float32Array(50 * 65_537), columns: 65_537 } },
      'x.columns must be at most 65536: 65537',
    ],
    ['labels of another number', { y: y.slice(1) }, 'y must have a number for each of the 50 rows: 49'],
    ['a label of 2', { y: labels(2) }, 'row 8, y: 2 is not 0 or 1'],
    ['a label that is text', { y: ['1', ...labels(0).subarray(1)] as never }, 'row 1, y: "1" is not 0 or 1'],
    ['a label that is not a number', { y: labels(NaN) }, 'row 8, y: NaN is not 0 or 1'],
    ['a constant label', { y: new Float32Array(50) }, 'y is 0 in every row'],
    ['an infinite value', { x: withValue(4, Infinity) }, 'row 2, column 1: Infinity is not finite'],
    [
      'a negatively infinite value',
      { x: { ...withValue(5, -Infinity), featureNames: ['a', 'b', 'fee'] } },
      'row 2, fee: -Infinity is not finite',
    ],
    [
      'a column without values',
      { x: { data: x.data.map((value, i) => (i % 3 === 2 ? NaN : value)) } },
      'column 2 has no value in any row',
    ],
  ])('%s', async (_, input, message) => {
    expect(await faultsOf(input)).toEqual([message]);
  });

  it.each([
    [{ max_depth: 3 }, 'unknown parameter: max_depth (did you mean maxDepth?)'],
    [{ maxDepth: 17 }, 'maxDepth must be a whole number from 1 to 16: 17'],
    [{ maxBin: 257 }, 'maxBin must be a whole number from 2 to 256: 257'],
    [{ rounds: 0 }, 'rounds must be a whole number from 1 to 1000000: 0'],
    [{ rounds: 1_000_001 }, 'rounds must be a whole number from 1 to 1000000: 1000001'],
    [{ eta: 0 }, 'eta must be a share above 0 and at most 1: 0'],
    [{ lambda: -1 }, 'lambda must be a number of at least 0: -1'],
    [{ subsample: '1' }, 'subsample must be a share above 0 and at most 1: 1'],
    [{ seed: 0.5 }, 'seed must be a whole number: 0.5'],
    [{ baseScore: 1 }, 'baseScore must be a probability between 0 and 1: 1'],
    [{ baseScore: 1 - 1e-9 }, 'baseScore must be a probability between 0 and 1: 0.999999999'],
    [{ objective: 'binary:logit' }, 'unknown objective: binary:logit (did you mean binary:logistic?)'],
    [{ monotoneConstraints: [1] }, 'monotoneConstraints must have a number for each of the 3 columns'],
    [{ monotoneConstraints: [1, 2, 0] }, 'monotoneConstraints[1] must be 1, 0 or -1: 2'],
    [{ earlyStoppingRounds: 3 }, 'earlyStoppingRounds needs validation rows'],
  ])('the parameters %j', async (params, message) => {
    expect(await faultsOf({}, params)).toEqual([message]);
  });

  it.each([
    ['65 threads', { threads: 65 }, 'threads must be a whole number from 1 to 64: 65'],
    ['weights of another number', { weights: [1] }, 'weights must have a number for each of the 50 rows: 1'],
    [
      'negative weights',
      { weights: y.map(() => -1) },
      'row 1, weights: -1 is not a finite number of at least 0',
    ],
    ['weights that are all 0', { weights: y.map(() => 0) }, 'weights are 0 in every row'],
    ['weights that are 0 as float32', { weights: Array.from(y, () => 1e-50) }, 'weights are 0 in every row'],
    [
      'weights that add up to more than gains can hold',
      { weights: y.map(() => 3e38) },
      'weights, times scalePosWeight for label 1, add up to 1.50e+40, above 1e+30: divide them by a number',
    ],
    [
      'validation rows of other columns',
      { validation: { x: { data: new Float32Array(2), rows: 1, columns: 2 }, y: [1] } },
      'validation.x.columns must be 3, as in x: 2',
    ],
    [
      'validation labels of another number',
      { validation: { x, y: y.slice(2) } },
      'validation.y must have a number for each of the 50 rows: 48',
    ],
  ])('%s', async (_, io, message) => {
    expect(await faultsOf({}, {}, io)).toEqual([message]);
  });

  it('with all faults of the parameters at once', async () => {
    expect(await faultsOf({}, { eta: 2, roundz: 3, maxBin: 1 })).toHaveLength(3);
  });

  it('regression labels whose gains no float32 holds, also in the weights of a few', async () => {
    const refused = [
      expect.stringMatching(/^y is too large: .* add up to .*, above the 3.40e\+38 that gains can hold/),
    ];
    const regression = { objective: 'reg:squarederror' };
    const large = Float64Array.from(y, (label, row) => 1e20 * (label + row));
    expect(await faultsOf({ y: large }, regression)).toEqual(refused);
    const weights = Float64Array.from(y, (_, row) => (row === 3 ? 1e10 : 1));
    expect(await faultsOf({ y: large.map((label) => label / 1e6) }, regression, { weights })).toEqual(
      refused,
    );
  });

  it('regression labels that are not finite', async () => {
    expect(await faultsOf({ y: labels(Infinity) }, { objective: 'reg:squarederror' })).toEqual([
      'row 8, y: Infinity is not a finite number',
    ]);
  });
});
