import { misspeltName } from './misspelt-name.js';

const known = ['cost', 'sensitivity', 'beforeValue'];
const faultOf = (columns: object) => misspeltName('column', columns, known);

describe('a misspelt name among others', () => {
  it('is told with the one that was meant', () => {
    expect(faultOf({ cost: [], sensitivty: [] })).toBe(
      'unknown column: sensitivty (did you mean sensitivity?)',
    );
    expect(faultOf({ before_value: [] })).toBe('unknown column: before_value (did you mean beforeValue?)');
  });

  it('is taken for a name of the caller where nothing near it is missing', () => {
    expect(faultOf({ sensitivity: [], sensitivities: [], costs: undefined })).toBeUndefined();
    expect(faultOf({ code: [], segment: [], id: [] })).toBeUndefined();
  });
});
