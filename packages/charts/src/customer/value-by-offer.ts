import type { Chart, ChartOptions } from '../chart.js';
import { checkRows } from '../check-rows.js';
import { coloredBar } from '../look/colored-bar.js';
import { emphasis } from '../look/emphasis.js';
import { labelledBars } from '../look/labelled-bars.js';
import { offerColor } from '../look/palette.js';
import { largestBy } from '../numbers/shares.js';
import { writerFor } from '../texts/writer.js';

/** What a customer is expected to be worth under an offer. */
export interface OfferValue {
  offer: string;
  label: string;
  value: number;
}

/** What one customer is expected to be worth under each offer; the first is doing nothing. */
export function valueByOffer(offers: readonly OfferValue[], options: ChartOptions = {}): Chart {
  const { say, money } = writerFor(options);
  checkRows('offers', offers, ['offer', 'label', 'value']);
  const ids = offers.map(({ offer }) => offer);
  const nothing = offers[0]?.value ?? 0;
  const rows = offers.map(({ offer, label, value }) => ({
    offer,
    label,
    color: offerColor(offer, ids),
    value,
    gain: value - nothing,
    emphasis: emphasis(offer, options.picked),
    text: money(value),
  }));
  const best = largestBy(rows, (row) => row.gain);
  return {
    title:
      best && best.gain > 0
        ? say('{offer} is worth {gain} more than doing nothing', {
            offer: best.label,
            gain: money(best.gain),
          })
        : say('Doing nothing is worth most'),
    subtitle: say('Expected value under each offer, its cost taken off'),
    description: say('Bars: {rows}.', { rows: rows.map((row) => `${row.label} ${row.text}`).join('; ') }),
    spec: labelledBars({
      description: 'Expected value by offer',
      rows,
      name: 'label',
      text: 'text',
      layers: [coloredBar('value')],
    }),
    currency: options.currency,
    rows,
    columns: [
      { field: 'label', label: say('Offer'), kind: 'text' },
      { field: 'value', label: say('Expected value'), kind: 'money' },
      { field: 'gain', label: say('Over doing nothing'), kind: 'money' },
    ],
  };
}
