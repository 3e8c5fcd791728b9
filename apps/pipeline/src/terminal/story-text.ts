import { formatMoney, formatPercent } from '@clv/charts';
import { colors } from './colors.js';
import { heading } from './heading.js';

import { counted } from '../wording/counted.js';
import type { CustomerStory } from '../story/customer-story.js';
import { oneLine } from '../wording/one-line.js';
import { plainTable } from './plain-table.js';

/** One customer's story, as a person reads it on a terminal. */
export function storyText(story: CustomerStory): string {
  const { customer, segment, p_churn, window_months, clv, horizon_months, currency, held_out } = story;
  const money = (value: number) => formatMoney(value, currency);
  return [
    colors.bold(`${oneLine(customer)}: ${segment.label}`),
    `${formatPercent(p_churn)} likely to leave within ${counted(window_months, 'month')}; worth ${money(clv)} over ${counted(horizon_months, 'month')} if they stay.`,
    colors.dim(
      `The ${counted(segment.customers, 'customer')} of the segment: ${formatPercent(segment.mean_p_churn)} and ${money(segment.mean_clv)} on average.`,
    ),
    heading('Why they may leave'),
    reasonsTable(story),
    heading('What they are worth, month by month, if they stay through the window'),
    monthsTable(story, money),
    heading('What each offer would do'),
    offersTable(story, money),
    heading('Why this one'),
    story.why,
    ...(story.why_not_more === undefined ? [] : [oneLine(story.why_not_more)]),
    ...(held_out
      ? ['Held out of the campaign, so gets no offer: what becomes of them shows what offers do.']
      : []),
  ].join('\n');
}

function reasonsTable({ reasons: { base, probability, reasons, rest }, p_churn }: CustomerStory): string {
  const table = plainTable([], ['right', 'left']);
  table.push([`${formatPercent(base)}`, colors.dim('an average customer')]);
  for (const { points, value } of reasons) table.push([signed(points), oneLine(value)]);
  table.push([signed(rest), colors.dim('all other columns')]);
  table.push([formatPercent(probability), colors.dim(sumNote(probability, p_churn))]);
  return table.toString();
}

/** The model that is explained has seen the customer's outcome where it is known; the probability that counts has not. */
const sumNote = (probability: number, p_churn: number) =>
  Math.abs(probability - p_churn) < 0.0005
    ? 'this customer'
    : `this customer, by the model of all; ${formatPercent(p_churn)} by one that did not see what they did`;

function monthsTable({ value_by_month }: CustomerStory, money: (value: number) => string): string {
  const table = plainTable(['month', 'value', 'so far'], ['right', 'right', 'right']);
  let sum = 0;
  value_by_month.forEach((value, month) => {
    sum += value;
    table.push([String(month + 1), money(value), money(sum)]);
  });
  return table.toString();
}

function offersTable(
  { offers, recommended, planned }: CustomerStory,
  money: (value: number) => string,
): string {
  const table = plainTable(
    ['offer', 'stays', 'cost', 'expected value', 'gain', ''],
    ['left', 'right', 'right', 'right', 'right', 'left'],
  );
  for (const { offer, label, p_stay, cost, expected_value, gain } of offers) {
    const mark = offer === recommended ? 'gets this' : offer === planned ? 'was planned' : '';
    table.push([
      oneLine(label),
      formatPercent(p_stay),
      money(cost),
      money(expected_value),
      money(gain),
      mark,
    ]);
  }
  return table.toString();
}

const signed = (points: number) => `${points < 0 ? '' : '+'}${points.toFixed(1)} pts`;
