import fc from 'fast-check';
import { ClvError } from '@clv/contracts';
import { defineSchema } from '../schema/define-schema.js';
import { applyEncoding } from './apply-encoding.js';
import { encodeFeatures } from './encode-features.js';

const columns = {
  plan: ['pro', 'basic'],
  spend: [1, 2],
  since: ['2024-01-01', '2024-02-01'],
  flag: ['yes', 'no'],
};
const written = JSON.stringify(encodeFeatures(columns, defineSchema({})).encoding);
const edited = (edit: (encoding: ReturnType<typeof JSON.parse>) => void) => {
  const encoding = JSON.parse(written);
  edit(encoding);
  return encoding;
};

describe('an encoding from a file', () => {
  it('is replayed where it is whole', () => {
    expect(applyEncoding(JSON.parse(written), columns).matrix.columns).toBe(5);
  });

  it.each([
    ['an encoding must be an object', null],
    ['format must be clv-encoding: "x"', edited((encoding) => (encoding.format = 'x'))],
    ['version must be 1: 2', edited((encoding) => (encoding.version = 2))],
    ["decimal must be '.' or ',': undefined", edited((encoding) => delete encoding.decimal)],
    ['columns must be a list: an object', edited((encoding) => (encoding.columns = {}))],
    ['columns[1].column must be text: 7', edited((encoding) => (encoding.columns[1].column = 7))],
    ['unknown kind of encoding: "hash"', edited((encoding) => (encoding.columns[1].kind = 'hash'))],
    [
      'columns[0].levels must be different texts',
      edited((encoding) => encoding.columns[0].levels.push('pro')),
    ],
    [
      'columns[2].snapshot must be an ISO date: "soon"',
      edited((encoding) => (encoding.columns[2].snapshot = 'soon')),
    ],
    [
      'featureNames must be the names that the columns give',
      edited((encoding) => encoding.featureNames.pop()),
    ],
  ])('is refused: %s', (message, encoding) => {
    expect(() => applyEncoding(encoding, columns)).toThrow(message);
  });

  it('is replayed or refused by name, whatever part of it is changed', () => {
    const junk = fc.oneof(fc.constant(null), fc.integer(), fc.string(), fc.constant([]), fc.constant({}));
    fc.assert(
      fc.property(fc.nat(), junk, (pick, value) => {
        const places: [Record<string, unknown>, string][] = [];
        const encoding = JSON.parse(written, function (key, child) {
          places.push([this, key]);
          return child;
        });
        const [holder, key] = places[pick % places.length];
        holder[key] = value;
        try {
          const { matrix } = applyEncoding(encoding, columns);
          expect(matrix.data).toHaveLength(matrix.rows * matrix.columns);
        } catch (error) {
          expect(error).toBeInstanceOf(ClvError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
