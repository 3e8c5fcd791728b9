import { chooseK } from './choose-k.js';
import { fitSegments } from './fit.js';
import { nameSegments } from './name.js';
import { profileSegments } from './profile.js';
import { rfm } from './rfm.js';

const table = { spend: [1, 2, 30, 31], value: [1, 2, 3, 4], risk: [0.1, 0.2, 0.3, 0.4] };
const model = fitSegments(table, { features: ['spend'], k: 2 });
const purchases = { customer_id: ['a'], date: ['2024-03-31'], amount: [10] };

it.each<[string, string, (misspelt: object) => unknown]>([
  ['fitSegments', 'feature', (odd) => fitSegments(table, { features: ['spend'], ...odd })],
  ['chooseK', 'refit', (odd) => chooseK(table, { features: ['spend'], ...odd })],
  ['nameSegments', 'segments', (odd) => nameSegments(model, table, { value: 'value', risk: 'risk', ...odd })],
  ['profileSegments', 'measure', (odd) => profileSegments(model, table, odd)],
  ['rfm', 'customers', (odd) => rfm(purchases, odd)],
])('%s refuses a misspelt option, such as %s', async (_, name, call) => {
  await expect((async () => call({ [name]: 1 }))()).rejects.toThrow(`unknown option: ${name} (did you mean`);
});
