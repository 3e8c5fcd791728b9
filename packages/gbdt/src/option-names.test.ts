import { predictGbdt } from './predict.js';
import { quantileMatrix } from './quantile-matrix.js';
import { trainGbdt } from './train.js';

const x = { data: Float32Array.of(1, 2, 3, 4), rows: 4, columns: 1 };
const y = [0, 1, 0, 1];

it.each<[string, string, (misspelt: object) => Promise<unknown>, string]>([
  ['trainGbdt', 'round', (odd) => trainGbdt(x, y, odd), 'parameter'],
  ['trainGbdt beside its parameters', 'weight', (odd) => trainGbdt(x, y, {}, odd), 'option'],
  ['predictGbdt', 'row', async (odd) => predictGbdt(await trainGbdt(x, y, { rounds: 1 }), x, odd), 'option'],
  ['quantileMatrix', 'samples', (odd) => quantileMatrix(x, odd), 'option'],
])('%s refuses a misspelt option, such as %s', async (_, name, call, kind) => {
  await expect(call({ [name]: 1 })).rejects.toThrow(`unknown ${kind}: ${name} (did you mean`);
});
