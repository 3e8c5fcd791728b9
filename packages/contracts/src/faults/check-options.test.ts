import { checkOptions } from './check-options.js';
import { shapes } from './shape.js';

interface Options {
  effect?: ArrayLike<number>;
  cost?: number | ArrayLike<number>;
  folds?: number;
  level?: number;
  kind?: 'a' | 'b';
  columns?: string[];
  onProgress?: () => void;
  signal?: AbortSignal;
}

const { callback, either, exactly, finite, listOf, number, numbers, signal, text, whole } = shapes;
const check = (options: object) => () =>
  checkOptions<Options>(options, {
    effect: numbers,
    cost: either('a number, or one a customer', finite, numbers),
    folds: whole(2),
    level: number('a number between 0 and 1', (level) => level > 0 && level < 1),
    kind: exactly('a', 'b'),
    columns: listOf(text),
    onProgress: callback,
    signal,
  });

describe('checkOptions', () => {
  it.each([
    {},
    { folds: undefined },
    { effect: [1, 2], cost: 3, folds: 2, level: 0.5, kind: 'a', columns: [], onProgress: () => {} },
    { effect: Float32Array.of(1), cost: new Float64Array(2), signal: new AbortController().signal },
    { effect: { length: 1, 0: 5 } },
  ])('passes %j', (options) => {
    expect(check(options)).not.toThrow();
  });

  it.each<[object, string]>([
    [{ fold: 2 }, 'unknown option: fold (did you mean folds?)'],
    [{ folds: null }, 'folds must be a whole number of at least 2: null'],
    [{ folds: '5' }, 'folds must be a whole number of at least 2: "5"'],
    [{ folds: 1e300 }, 'folds must be a whole number of at least 2: 1e+300'],
    [{ folds: NaN }, 'folds must be a whole number of at least 2: NaN'],
    [{ folds: 5n }, 'folds must be a whole number of at least 2: 5'],
    [{ level: '0.5' }, 'level must be a number between 0 and 1: "0.5"'],
    [{ level: 1 }, 'level must be a number between 0 and 1: 1'],
    [{ kind: 'c' }, 'kind must be a or b: "c"'],
    [{ columns: 5 }, 'columns must be a list: 5'],
    [{ columns: ['a', null] }, 'columns[1] must be text: null'],
    [{ effect: 'abc' }, 'effect must be an array of numbers: "abc"'],
    [{ effect: { length: 1e300 } }, 'effect must be an array of numbers: {"length":1e+300}'],
    [{ cost: true }, 'cost must be a number, or one a customer: true'],
    [{ onProgress: 5 }, 'onProgress must be a function: 5'],
    [{ signal: {} }, 'signal must be an AbortSignal: {}'],
  ])('refuses %p', (options, message) => {
    expect(check(options)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION', message }));
  });

  it.each([null, 5, 'folds', true, [], [2]])('refuses %p in place of options', (options) => {
    expect(check(options as never)).toThrow(
      expect.objectContaining({
        code: 'INVALID_OPTION',
        path: 'options',
        message: `options must be an object: ${JSON.stringify(options)}`,
      }),
    );
  });

  it('tells which option is missing that has no default', () => {
    const needs = (options: { k?: number }) => () => checkOptions(options, { k: whole(2) }, ['k']);
    expect(needs({ k: 2 })).not.toThrow();
    expect(needs({})).toThrow(expect.objectContaining({ path: 'k', message: 'k is missing' }));
  });

  it('tells of a value that goes round in a circle, and of none that every object has', () => {
    const round: { self?: object } = {};
    round.self = round;
    expect(check({ folds: round })).toThrow('folds must be a whole number of at least 2: [object Object]');
    expect(check({ folds: Object.create(null) })).toThrow('folds must be a whole number of at least 2: {}');
  });
});
