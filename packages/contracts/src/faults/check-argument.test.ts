import { checkArgument } from './check-argument.js';
import { shapes } from './shape.js';

const edge = shapes.record({ critical: shapes.finite });

describe('checkArgument', () => {
  it('passes what is of the shape', () => {
    expect(() => checkArgument('edge', { critical: 3 }, edge)).not.toThrow();
  });

  it.each([
    [7, 'edge', 'edge must be an object: 7'],
    [{}, 'edge.critical', 'edge.critical is missing'],
    [{ critical: NaN }, 'edge.critical', 'edge.critical must be a finite number: NaN'],
  ])('names the part of %j that is at fault', (value, path, message) => {
    expect(() => checkArgument('edge', value, edge)).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', path, message }),
    );
  });
});
