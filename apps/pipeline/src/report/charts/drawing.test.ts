import type { Chart } from '@clv/charts';
import { jest } from '@jest/globals';

let hasRunner = true;
const drawn: unknown[] = [];
jest.unstable_mockModule('../../second-thread/run-task.js', () => ({
  hasRunner: () => hasRunner,
  async runTask(task: string, chart: Pick<Chart, 'spec'>, width: number) {
    drawn.push([task, chart, width]);
    if (chart.spec.description === 'broken') throw new Error('no such mark');
    return `<svg>${chart.spec.description} ${width}</svg>`;
  },
}));
const { beginDrawing, drawing } = await import('./drawing.js');

const chart = (description: string) => ({ title: 'A finding', spec: { description } }) as Chart;

describe('drawing', () => {
  beforeEach(() => {
    hasRunner = true;
    drawn.length = 0;
  });

  it('is what was begun of the same chart, which is drawn but once', async () => {
    beginDrawing(chart('begun'));
    expect(drawn).toEqual([['drawChart', { spec: { description: 'begun' } }, 400]]);
    expect(await drawing(chart('begun'))).toBe('<svg>begun 400</svg>');
    expect(drawn).toHaveLength(1);
  });

  it('is done when it is asked for where another chart was begun, or another width', async () => {
    beginDrawing(chart('narrow'), 300);
    expect(await drawing(chart('other'), 300)).toBe('<svg>other 300</svg>');
    expect(await drawing(chart('narrow'))).toBe('<svg>narrow 400</svg>');
    expect(drawn).toHaveLength(3);
  });

  it('is not begun where there is no other thread for it, and done when it is asked for', async () => {
    hasRunner = false;
    beginDrawing(chart('alone'));
    expect(drawn).toEqual([]);
    expect(await drawing(chart('alone'))).toBe('<svg>alone 400</svg>');
  });

  it('that fails says so to those who ask for it, and troubles nobody else', async () => {
    const unheard = jest.fn();
    process.on('unhandledRejection', unheard);
    beginDrawing(chart('broken'));
    await new Promise((go) => setTimeout(go, 20));
    process.off('unhandledRejection', unheard);
    expect(unheard).not.toHaveBeenCalled();
    await expect(drawing(chart('broken'))).rejects.toThrow('no such mark');
  });
});
