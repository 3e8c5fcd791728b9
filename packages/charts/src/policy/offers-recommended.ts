import type { OfferSummary } from '@clv/contracts';
import type { Chart, ChartOptions } from '../chart.js';
import { checkRows } from '../check-rows.js';
import { coloredBar } from '../look/colored-bar.js';
import { emphasis } from '../look/emphasis.js';
import { labelledBars } from '../look/labelled-bars.js';
import { offerColor } from '../look/palette.js';
import { largestBy, share, sumBy } from '../numbers/shares.js';
import { writerFor, type Writer } from '../texts/writer.js';
import { offersShown } from './offers-shown.js';

/** How many customers each offer is recommended for, what it costs and what it is expected to gain. */
export function offersRecommended(all: readonly OfferSummary[], options: ChartOptions = {}): Chart {
  const writer = writerFor(options);
  checkRows('offers', all, ['offer', 'label', 'customers', 'cost', 'expected_gain']);
  const { say, count, wholePercent } = writer;
  const offers = offersShown(all);
  const left = all.length - offers.length;
  const ids = all.map((offer) => offer.offer);
  const customers = sumBy(offers, (offer) => offer.customers);
  const rows = offers.map((offer) => ({
    offer: offer.offer,
    label: offer.label,
    color: offerColor(offer.offer, ids),
    customers: offer.customers,
    share: share(offer.customers, customers),
    cost: offer.cost,
    expected_gain: offer.expected_gain,
    emphasis: emphasis(offer.offer, options.picked),
    text: count(offer.customers),
  }));
  return {
    title: finding(rows, writer),
    subtitle:
      left > 0
        ? say('Customers per recommended offer; {count} more that nobody gets', {
            count: count(left),
          })
        : say('Customers per recommended offer'),
    description: say('Bars: {rows}.', {
      rows: rows
        .map((row) =>
          say('{offer} {count} customers, {share}', {
            offer: row.label,
            count: row.text,
            share: wholePercent(row.share),
          }),
        )
        .join('; '),
    }),
    spec: labelledBars({
      description: 'Offers recommended',
      rows,
      name: 'label',
      text: 'text',
      layers: [coloredBar('customers')],
    }),
    currency: options.currency,
    rows,
    columns: [
      { field: 'label', label: say('Offer'), kind: 'text' },
      { field: 'customers', label: say('Customers'), kind: 'count' },
      { field: 'share', label: say('Share of customers'), kind: 'percent' },
      { field: 'cost', label: say('Expected cost'), kind: 'money' },
      { field: 'expected_gain', label: say('Expected gain'), kind: 'money' },
    ],
  };
}

interface Recommended extends OfferSummary {
  /** Of all customers, in [0, 1]. */
  share: number;
}

function finding(rows: readonly Recommended[], { say, money, wholePercent }: Writer): string {
  const best = largestBy(
    rows.filter((row) => row.offer !== 'none' && row.customers > 0),
    (row) => row.expected_gain,
  );
  if (!best) return say('Nobody gets an offer');
  return say('{offer} for {share} of customers gains the most: {gain} for {cost} of cost', {
    offer: best.label,
    share: wholePercent(best.share),
    gain: money(best.expected_gain),
    cost: money(best.cost),
  });
}
