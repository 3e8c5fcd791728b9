import { configSchema } from '../config/config.js';
import { type RunListener, runEngine } from './run-engine.js';

describe('runEngine', () => {
  it.each([true, false])('tells each thing once, as soon as it is so (fitted once: %s)', async (once) => {
    const told: (keyof RunListener)[] = [];
    const listener: Required<RunListener> = {
      customersKnown: () => void told.push('customersKnown'),
      treesGrown: () => void told.push('treesGrown'),
      worthKnown: () => void told.push('worthKnown'),
      decided: () => void told.push('decided'),
      addedUp: () => void told.push('addedUp'),
      compared: () => void told.push('compared'),
    };
    const config = configSchema.parse({ synthetic: { customers: 600 }, churn: { once } });
    await runEngine(config, undefined, { listeners: [listener] });
    expect(told).toEqual(['customersKnown', 'treesGrown', 'worthKnown', 'decided', 'addedUp', 'compared']);
  });
});
