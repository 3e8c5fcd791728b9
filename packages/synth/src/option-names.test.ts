import { synthesizeBlocks } from './synthesize-blocks.js';
import { synthesizeTransactions } from './synthesize-transactions.js';
import { synthesize } from './synthesize.js';

const cdnow = { r: 0.24, alpha: 4.4, a: 0.8, b: 2.4 };

it.each<[string, string, (misspelt: object) => unknown]>([
  ['synthesize', 'customer', (odd) => synthesize(odd)],
  ['synthesize of an experiment', 'assignement', (odd) => synthesize({ experiment: odd })],
  ['synthesizeBlocks', 'seeds', (odd) => synthesizeBlocks(odd)],
  ['synthesizeTransactions', 'week', (odd) => synthesizeTransactions(odd)],
  [
    'synthesizeTransactions of purchases',
    'alfa',
    (odd) => synthesizeTransactions({ purchases: { ...cdnow, ...odd } }),
  ],
])('%s refuses a misspelt option, such as %s', (_, name, call) => {
  expect(() => call({ [name]: 1 })).toThrow(`unknown option: ${name} (did you mean`);
});
