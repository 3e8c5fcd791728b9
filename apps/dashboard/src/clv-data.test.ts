import { ClvData } from './clv-data.js';
import { loadRun } from './load-run.js';

const run = ClvData.fromTable({
  id: ['a', 'b'],
  segment_label: ['VIPs', 'Steady Users'],
  p_churn: [0.6, 0.1],
  clv: [1000, 300],
  recommended_incentive: ['discount_10', 'none'],
  offer_cost: [60, 0],
  expected_value_baseline: [400, 270],
  expected_value_optimized: [500, 270],
});
const untouched = run.save();
let told = 0;
run.addEventListener('change', () => told++);

describe('ClvData, set by a program that is not compiled,', () => {
  it.each<[object | null | string, string]>([
    [
      { segmnts: ['VIPs'] },
      'filter.segmnts is not understood: unknown field: segmnts (did you mean segments?)',
    ],
    [{ segments: 'VIPs' }, 'filter.segments must be a list: "VIPs"'],
    [{ offers: [1] }, 'filter.offers[0] must be text: 1'],
    [{ risk: [0.5] }, 'filter.risk must have 2 entries: 1'],
    [{ risk: ['0', '1'] }, 'filter.risk[0] must be a finite number: "0"'],
    [null, 'filter must be an object: null'],
  ])('refuses the filter %j by what is wrong with it', (filter, message) => {
    expect(() => (run.filter = filter as never)).toThrow(message);
  });

  it.each([-1, 2, 0.5, 'a', undefined])('refuses to open row %p', (row) => {
    expect(() => (run.selected = row as never)).toThrow(
      row === undefined
        ? 'selected is missing'
        : `selected must be a whole number from 0 to 1: ${JSON.stringify(row)}`,
    );
  });

  it.each<[unknown, string]>([
    [null, 'view must be an object: null'],
    [{ filtr: {} }, 'view.filtr is not understood: unknown field: filtr (did you mean filter?)'],
    [{ filter: { segments: 3 } }, 'view.filter.segments must be a list: 3'],
    [{ customer: 3 }, 'view.customer must be text: 3'],
    [{ list: {} }, 'view.list.query is missing'],
  ])('refuses to restore %j', (view, message) => {
    expect(() => run.restore(view as never)).toThrow(message);
  });

  it('is as it was after all that, and has told nobody of a change', () => {
    expect(run.save()).toEqual(untouched);
    expect(told).toBe(0);
  });

  it('restores part of a view, the rest as it is at first', () => {
    run.selected = 1;
    run.restore({ filter: { segments: ['VIPs'] } });
    expect(run.save()).toEqual({ ...untouched, filter: { segments: ['VIPs'], offers: [], risk: null } });
    run.restore({});
    expect(run.save()).toEqual(untouched);
  });

  it('is loaded from an address only', async () => {
    await expect(loadRun(undefined as never)).rejects.toThrow(
      'src must be the address of a run folder: undefined',
    );
  });
});
