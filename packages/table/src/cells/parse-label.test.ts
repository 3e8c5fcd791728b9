import { parseLabel } from './parse-label.js';

const pairs = [
  ['churned', 'active'],
  ['Churned', 'Stayed'],
  ['LOST', 'RETAINED'],
  ['left', 'stayed'],
  ['former', 'current'],
  ['Cancelled', 'Active'],
  ['closed', 'open'],
  ['Attrited Customer', 'Existing Customer'],
  ['gekündigt', 'aktiv'],
  ['Résilié', 'Actif'],
  ['baja', 'alta'],
  ['Cancelado', 'Ativo'],
  ['yes', 'no'],
];

describe('parseLabel', () => {
  it.each(pairs)('knows that %s is one who left, and %s one who did not', (left, stayed) => {
    for (const form of ['NFC', 'NFD']) expect(parseLabel(left.normalize(form))).toBe(1);
    expect(parseLabel(` ${stayed}`)).toBe(0);
  });

  it.each(['new', 'joined', 'suspended', 'not active', 'active since 2020', 2, '-1', 'constructor'])(
    'does not guess who left by %p',
    (cell) => {
      expect(parseLabel(cell)).toBeUndefined();
    },
  );
});
