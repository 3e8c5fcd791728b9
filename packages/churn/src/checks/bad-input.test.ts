import { InvalidInputError, UnknownColumnError } from '@clv/contracts';
import { type TableLike, defineSchema } from '@clv/table';
import { makeCustomers, takeRows } from '../../test/customers.js';
import { crossFitChurn } from '../cross-fit.js';
import { fitChurn } from '../fit.js';
import { predictChurn } from '../predict.js';

const { table, schema } = makeCustomers(600);
const isYes = (value: unknown) => value === 'Yes';

/** The error that a promise is rejected with. */
async function errorOf(promise: Promise<unknown>): Promise<InvalidInputError> {
  return promise.then(
    () => Promise.reject(new Error('nothing was thrown')),
    (error: InvalidInputError) => error,
  );
}

describe('crossFitChurn refuses', () => {
  it('a label of one class, and fewer than 50 customers of a class', async () => {
    const allStay = { ...table, churn: table.churn.map(() => 'No') };
    const one = await errorOf(crossFitChurn(allStay, schema));
    expect(one).toBeInstanceOf(InvalidInputError);
    expect(one).toMatchObject({ column: 'churn', faults: [{ rule: 'one-class' }] });
    const some = table.churn.flatMap((value, row) => (isYes(value) ? [row] : [])).slice(0, 49);
    const others = table.churn.flatMap((value, row) => (isYes(value) ? [] : [row]));
    const few = await errorOf(crossFitChurn(takeRows(table, [...some, ...others]), schema));
    expect(few.message).toBe(
      'churn: at least 50 customers who churned are needed to learn from, found 49; give a table with a longer history',
    );
  });

  it('no rows at all', async () => {
    const none = await errorOf(crossFitChurn(takeRows(table, []), schema));
    expect(none.faults.map(({ rule }) => rule)).toEqual(['one-class', 'one-class']);
  });

  it('invalid labels, each named by its row', async () => {
    const churn = table.churn.map((value, row) => (row === 4 ? 'perhaps' : value));
    expect(await errorOf(crossFitChurn({ ...table, churn }, schema))).toMatchObject({
      column: 'churn',
      row: 5,
    });
  });

  it('a table whose features are all blank', async () => {
    const blank = {
      id: table.id,
      churn: table.churn,
      tenure: table.tenure.map(() => null),
      plan: table.id.map(() => ''),
    };
    const error = await errorOf(
      crossFitChurn(blank, defineSchema({ id: 'id', label: 'churn', features: ['tenure', 'plan'] })),
    );
    expect(error.message).toContain('no feature has a value to learn from');
    expect(error.message).toContain('tenure (every cell is blank)');
  });

  it('infinite features, each column named', async () => {
    const infinite = { ...table, noise: table.noise.map((value, row) => (row === 2 ? Infinity : value)) };
    expect(await errorOf(crossFitChurn(infinite, schema))).toMatchObject({ column: 'noise', row: 3 });
  });

  it('options that are misspelt or out of range, all at once', async () => {
    const options = {
      fold: 5,
      seed: 0.5,
      engine: 'gbtd',
      params: { eta: 2, maxdepth: 3 },
      calibration: 'plat',
    };
    const error = await errorOf(crossFitChurn(table, schema, options as never));
    expect(error.message.split('\n')).toEqual([
      'unknown option: fold (did you mean folds?)',
      expect.stringMatching(/^seed must be a whole number/),
      'unknown engine: gbtd (did you mean gbdt?)',
      'unknown calibration: plat (did you mean platt?)',
      'eta must lie in (0, 1]: 2',
      'unknown param: maxdepth (did you mean maxDepth?)',
    ]);
  });

  it('to go on once it is aborted', async () => {
    const stop = new AbortController();
    const onProgress = (done: number) => done === 2 && stop.abort(new Error('enough'));
    await expect(crossFitChurn(table, schema, { signal: stop.signal, onProgress })).rejects.toThrow('enough');
  });
});

describe('predictChurn refuses', () => {
  it('a table without a column of the model', async () => {
    const model = await fitChurn(table, schema);
    const { contract, ...rest } = table;
    const error = await errorOf(predictChurn(model, { ...rest, contarct: contract }));
    expect(error).toBeInstanceOf(UnknownColumnError);
    expect(error.message).toBe('unknown column: contract (did you mean contarct?)');
  });

  it('a column of another type, and says what to do', async () => {
    const model = await fitChurn(table, schema);
    const error = await errorOf(predictChurn(model, { ...table, tenure: table.tenure.map(() => 'long') }));
    expect(error).toMatchObject({ column: 'tenure', faults: [{ rule: 'other-type' }] });
    const coded = await errorOf(predictChurn(model, { ...table, contract: table.contract.map(() => '7') }));
    expect(coded).toMatchObject({ column: 'contract', faults: [{ rule: 'other-type' }] });
  });
});

describe('predictChurn takes', () => {
  it('a few customers who all have what no customer had before, as a blank', async () => {
    const model = await fitChurn(table, schema);
    const some = Object.fromEntries(Object.entries(table).map(([name, cells]) => [name, cells.slice(0, 2)]));
    const [fresh, blank] = await Promise.all(
      ['brand new', ''].map((contract) => predictChurn(model, { ...some, contract: [contract, contract] })),
    );
    expect(fresh).toEqual(blank);
  });

  it('blank cells in a column that is called as what every object has', async () => {
    const named = {
      constructor: table.contract,
      churn: table.churn,
      tenure: table.tenure,
    } as object as TableLike;
    const model = await fitChurn(named, defineSchema({ label: 'churn' }));
    const blank = { constructor: [''], tenure: [3] } as object as TableLike;
    expect(await predictChurn(model, blank)).toHaveLength(1);
  });
});
