import { Vector } from 'apache-arrow';

import { textsData } from './write-batches.js';

describe('textsData', () => {
  it('keeps every letter, however many bytes it takes', () => {
    const texts = ['C0000001', '', 'Zoë', '日本', '🙂'];
    expect([...new Vector([textsData(texts)])]).toEqual(texts);
  });
});
