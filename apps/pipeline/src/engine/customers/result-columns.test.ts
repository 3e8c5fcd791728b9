import { faultsOfNames } from './result-columns.js';

describe('faultsOfNames', () => {
  it('names columns that results add, however they are spelled, and those that SQL takes for one', () => {
    const columns = ['ID', 'Segment', 'plan', 'EV_Call', 'id', 'PLAN', 'ev_other'];
    expect(faultsOfNames(columns, [{ id: 'call' }], 'id').map(({ message }) => message)).toEqual([
      'column Segment has the name of a column that the results add; rename it',
      'column EV_Call has the name of a column that the results add; rename it',
      'columns ID and id differ by case alone; rename one',
      'columns plan and PLAN differ by case alone; rename one',
    ]);
    expect(faultsOfNames(['id', 'plan', 'row'], [], 'id')).toEqual([]);
  });

  it('names a column called row where rows are numbered for want of an id', () => {
    expect(faultsOfNames(['plan', 'Row'], [], undefined).map(({ rule, column }) => [rule, column])).toEqual([
      ['reserved-column', 'Row'],
    ]);
    expect(faultsOfNames(['plan', 'Row'], [], 'Row')).toEqual([]);
  });
});
