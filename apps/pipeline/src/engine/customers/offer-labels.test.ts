import { offerLabels } from './offer-labels.js';

describe('offerLabels', () => {
  it('tells offers of one label apart by their ids, and calls one without a label by its id', () => {
    const offers = [
      { id: 'none', label: 'No offer' },
      { id: 'five', label: 'Off' },
      { id: 'ten', label: 'Off' },
      { id: 'call' },
    ];
    expect(offerLabels(offers)).toEqual({
      none: 'No offer',
      five: 'Off (five)',
      ten: 'Off (ten)',
      call: 'call',
    });
  });
});
