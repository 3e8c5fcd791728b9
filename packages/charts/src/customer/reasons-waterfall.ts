import type { Chart, ChartOptions } from '../chart.js';
import { checkRow, checkRows } from '../check-rows.js';
import { type Layer, labelledBars } from '../look/labelled-bars.js';
import { largestBy } from '../numbers/shares.js';
import { writerFor, type Writer } from '../texts/writer.js';

/** How an average customer's chance of leaving becomes one customer's; an `explanation` of `reasons.json` is one. */
export interface RiskExplanation {
  /** The chance that the explanation starts from, in [0, 1]. */
  base: number;
  /** Where it ends, by the model that is explained. */
  probability: number;
  /** The strongest first; points of probability, negative where it keeps the customer. */
  reasons: readonly { value: string; points: number }[];
  /** What all other columns add, in points. */
  rest: number;
}

/** From this difference on, the held-out probability is shown apart from the model's own, in points. */
const worthTelling = 0.05;

/**
 * Step by step from an average customer's chance of leaving to this one's.
 *
 * @param pChurn the customer's held-out probability, where the last step ends.
 */
export function reasonsWaterfall(
  explanation: RiskExplanation,
  pChurn: number,
  options: Pick<ChartOptions, 'locale' | 'texts'> = {},
): Chart {
  const writer = writerFor(options);
  const { say, percent } = writer;
  const signed = (points: number) => signedPoints(points, options.locale);
  checkRow('explanation', explanation, ['base', 'probability', 'rest']);
  const { base, reasons, rest, probability } = explanation;
  checkRows('reasons', reasons, ['value', 'points']);
  const heldOut = 100 * (pChurn - probability);
  const agrees = Math.abs(heldOut) < worthTelling;
  const steps = [
    ...reasons.map(({ value, points }) => ({ name: value, points })),
    { name: say('All else'), points: rest },
    ...(agrees ? [] : [{ name: say('Held-out correction'), points: heldOut }]),
  ];
  const rows = [
    total(say('Average customer'), base, percent(base)),
    ...stepsFrom(base, steps).map((step) => ({ ...step, text: signed(step.points) })),
    total(say('This customer'), pChurn, percent(pChurn)),
  ];
  return {
    title: finding(reasons, signed, writer),
    subtitle: agrees
      ? say('Chance of leaving, in points: what raises it (blue) and lowers it (grey)')
      : say(
          'Chance of leaving, in points: what raises it (blue) and lowers it (grey); the correction is what models say that never saw this customer',
        ),
    description: say('Steps: {rows}.', { rows: rows.map(({ name, text }) => `${name} ${text}`).join('; ') }),
    spec: labelledBars({
      description: 'Reasons for the risk',
      rows,
      name: 'name',
      text: 'text',
      step: 20,
      layers: [bar('raises', 'accent'), bar('lowers', 'baseline'), bar('total', 'reference')],
    }),
    rows,
    columns: [
      { field: 'name', label: say('Reason'), kind: 'text' },
      { field: 'text', label: say('Points'), kind: 'text' },
      { field: 'start', label: say('From'), kind: 'percent' },
      { field: 'end', label: say('To'), kind: 'percent' },
    ],
  };
}

/** Each step from where the one before has ended. */
function stepsFrom(base: number, steps: readonly { name: string; points: number }[]) {
  let at = base;
  return steps.map(({ name, points }) => {
    const from = at;
    at += points / 100;
    return {
      name,
      points,
      start: Math.min(from, at),
      end: Math.max(from, at),
      kind: points > 0 ? 'raises' : 'lowers',
      emphasis: 1,
    };
  });
}

const total = (name: string, probability: number, text: string) => ({
  name,
  points: 100 * probability,
  start: 0,
  end: probability,
  kind: 'total',
  emphasis: 1,
  text,
});

function finding(
  reasons: RiskExplanation['reasons'],
  signed: (points: number) => string,
  { say }: Writer,
): string {
  const most = largestBy(
    reasons.filter(({ points }) => points > 0),
    ({ points }) => points,
  );
  if (!most) return say('Nothing stands out that raises the risk');
  return say('Most of all, {reason} raises the risk: {points} points', {
    reason: most.value,
    points: signed(most.points),
  });
}

const bar = (kind: string, style: string): Layer => ({
  transform: [{ filter: { field: 'kind', equal: kind } }],
  mark: { type: 'bar', style, height: 12 },
  encoding: { x: { field: 'start' }, x2: { field: 'end' } },
});

const signedPoints = (points: number, locale = 'en-US') =>
  points.toLocaleString(locale, {
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
