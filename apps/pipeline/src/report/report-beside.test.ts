import { jest } from '@jest/globals';

import { tasks } from '../second-thread/tasks.js';

const drawn: string[] = [];
jest.unstable_mockModule('../second-thread/run-task.js', () => ({
  hasRunner: () => true,
  askRunner: async () => undefined,
  async runTask(task: keyof typeof tasks, ...asked: unknown[]) {
    if (task !== 'drawChart') return (tasks[task] as (...asked: unknown[]) => unknown)(...asked);
    drawn.push(JSON.stringify(asked));
    return '<svg></svg>';
  },
}));
const { configSchema } = await import('../config/config.js');
const { runEngine } = await import('../engine/run-engine.js');
const { reportBeside } = await import('./report-beside.js');
const { reportHtml } = await import('./report-html.js');

describe("a report's charts", () => {
  it.each([0, 0.2])(
    'are drawn once each, all but one before the run ends (held out: %d)',
    async (holdout) => {
      drawn.length = 0;
      const config = configSchema.parse({ synthetic: { customers: 600 }, holdout, budget: 900 });
      const run = await runEngine(config, undefined, { listeners: [reportBeside] });
      const before = drawn.length;
      const html = await reportHtml(run);
      expect(before).toBe(7);
      expect(drawn).toHaveLength(before + 1);
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(html.match(/<svg>/g)).toHaveLength(drawn.length);
    },
  );
});
