import { makeCustomers } from '../test/customers.js';
import { fitChurn } from './fit.js';
import { modelCard } from './model-card.js';
import { version } from './version.js';
import { readFileSync } from 'node:fs';

describe('modelCard', () => {
  it('tells what it was fitted on, how good it is, and what to beware of', async () => {
    const { table, schema } = makeCustomers(500);
    const named = { ...table, '<img onerror=x> | `': table.noise };
    const model = await fitChurn(named, schema, { timeColumn: 'noise', params: { rounds: 20 } });
    const card = modelCard(model);
    expect(card).toContain(`| ROC-AUC | ${model.report.auc.toFixed(4)} (95%:`);
    expect(card).toContain(model.fingerprint.sha256);
    expect(card).toContain('The latest customers, predicted by those before them');
    expect(card).toContain('\\<img onerror=x\\> \\| \\`');
    expect(card).not.toMatch(/[^\\]</);
  });

  it('names the version that package.json has', () => {
    expect(JSON.parse(readFileSync('package.json', 'utf8')).version).toBe(version);
  });
});
