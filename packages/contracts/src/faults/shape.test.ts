import { shapes } from './shape.js';

const { dictionary, exactly, finite, listOf, nullable, object, record, tagged, text, whole } = shapes;

const point = object({ x: finite, y: finite }, { label: text });

describe('a shape', () => {
  it('is kept by what has it', () => {
    expect(point({ x: 1, y: 2 }, '')).toBeUndefined();
    expect(point({ x: 1, y: 2, label: 'here' }, '')).toBeUndefined();
    expect(dictionary(finite)({ a: 1, b: 2 }, '')).toBeUndefined();
    expect(record({ x: finite })({ x: 1, other: [] }, '')).toBeUndefined();
    expect(listOf(nullable(whole(1, 3)), 2)([null, 3], '')).toBeUndefined();
  });

  it('tells of a long list by its beginning, and reads no more of it', () => {
    let reads = 0;
    const cell = { toJSON: () => ++reads };
    expect(text(Array(100_000).fill(cell), 'name')?.fault).toMatch(/^must be text: \[1,2,3,.{33}…$/);
    expect(reads).toBe(40);
    expect(text(new Float64Array(1e6), 'name')?.fault).toMatch(/^must be text: \{"0":0,"1":0,.{27}…$/);
  });

  it.each([
    [point, { x: 1, y: 2, z: 3 }, 'z', 'is not understood: unknown field: z'],
    [point, { x: 1 }, 'y', 'is missing'],
    [point, { x: 1, y: undefined }, 'y', 'is missing'],
    [point, { x: 1, y: null }, 'y', 'must be a finite number: null'],
    [point, [], '', 'must be an object: []'],
    [
      record({ at: listOf(point) }),
      {
        at: [
          { x: 0, y: 0 },
          { x: 'a', y: 0 },
        ],
      },
      'at[1].x',
      'must be a finite number: "a"',
    ],
    [dictionary(finite), { a: 1, b: '2' }, 'b', 'must be a finite number: "2"'],
    [dictionary(finite), [1], '', 'must be an object: [1]'],
    [listOf(text, 2), ['a'], '', 'must have 2 entries: 1'],
    [listOf(text), 'a', '', 'must be a list: "a"'],
    [record({ kind: exactly('a', 'b') }), { kind: 'c' }, 'kind', 'must be a or b: "c"'],
    [whole(0, 3), 4, '', 'must be a whole number from 0 to 3: 4'],
    [tagged('kind', { point }), { kind: 'line' }, '', 'must have a kind out of point: "line"'],
    [tagged('kind', { point }), 7, '', 'must have a kind out of point: undefined'],
  ])('is missed by what lacks it, and where is told', (shape, value, path, fault) => {
    expect(shape(value, '')).toEqual({ path, fault });
  });
});
