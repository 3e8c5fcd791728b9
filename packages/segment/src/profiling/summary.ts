import { wordsOf } from './words.js';
import type { LevelProfile } from './levels.js';
import type { MeasureProfile } from './measure.js';
import type { SegmentProfile } from './segment-profile.js';
import { distinctiveTraits } from './trait-effects.js';

const number = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });
const factor = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 2 });
const count = new Intl.NumberFormat('en-US');
const percent = new Intl.NumberFormat('en-US', { style: 'percent' });

/** How many traits a summary mentions. */
const most = 3;

/** What sets a segment apart, in sentences: `VIPs: 1,953 customers, 28% of all. High tenure: 58.7 on average, …` */
export function summarise({
  name,
  size,
  share,
  effects,
  measures,
  levels,
}: Omit<SegmentProfile, 'summary'>): string {
  if (size === 0) return `${name}: no customers.`;
  const sentences = distinctiveTraits(effects)
    .slice(0, most)
    .map(({ column, level }) =>
      level === undefined
        ? tellMeasure(measures.find((it) => it.column === column)!)
        : tellLevel(levels.find((it) => it.column === column && it.level === level)!),
    );
  const customers = size === 1 ? 'customer' : 'customers';
  const head = `${name}: ${count.format(size)} ${customers}, ${percent.format(share)} of all.`;
  return [head, ...(sentences.length > 0 ? sentences : ['Like everyone.'])].join(' ');
}

function tellMeasure({ column, mean, everyone }: MeasureProfile): string {
  const side = mean > everyone ? 'High' : 'Low';
  return `${side} ${wordsOf(column)}: ${number.format(mean)} on average, against ${number.format(everyone)}.`;
}

function tellLevel({ column, level, share, everyone, lift }: LevelProfile): string {
  const times = lift > 1 ? ` (${factor.format(lift)} times as common)` : '';
  const words = wordsOf(column);
  const subject = words[0].toUpperCase() + words.slice(1);
  return `${subject} is ${level} for ${percent.format(share)}, against ${percent.format(everyone)}${times}.`;
}
