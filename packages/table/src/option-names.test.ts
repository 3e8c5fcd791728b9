import { defineSchema } from './schema/define-schema.js';
import { validateTable } from './validate/validate.js';

it.each<[string, string, (misspelt: object) => unknown]>([
  ['defineSchema', 'decimals', (odd) => defineSchema({ label: 'churned' }, odd)],
  ['validateTable', 'kind', (odd) => validateTable({ a: [1] }, defineSchema({}), odd)],
])('%s refuses a misspelt option, such as %s', (_, name, call) => {
  expect(() => call({ [name]: 1 })).toThrow(`unknown option: ${name} (did you mean`);
});
