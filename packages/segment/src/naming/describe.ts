import { distinctiveTraits, type TraitEffect } from '../profiling/trait-effects.js';
import { titleOf } from '../profiling/words.js';

/** Words for what is better said than "High" and "Low". */
const idioms: readonly { column: RegExp; high: string; low: string }[] = [
  { column: /^(customer )?tenure( (days|weeks|months|years))?$/i, high: 'Long-Standing', low: 'New' },
];

/** `New, High Support Calls`: the most distinctive traits of a segment, at most `most` of them, adjectives first. */
export function describeSegment(effects: readonly TraitEffect[], most = 2): string {
  const traits = distinctiveTraits(effects).slice(0, most);
  if (traits.length === 0) return 'Typical';
  const [adjectives, others] = [true, false].map((wanted) =>
    traits.filter((trait) => (idiomOf(trait) !== undefined) === wanted),
  );
  return [...adjectives, ...others].map(describeTrait).join(', ');
}

/** Names for several segments, each as short as it can be without being another's or one of `taken`. */
export function describeDistinctly(
  segments: readonly (readonly TraitEffect[])[],
  taken: readonly string[],
): string[] {
  const used = new Set(taken);
  return segments.map((effects) => {
    const candidates = [2, 3, 4].map((most) => describeSegment(effects, most));
    const name = candidates.find((candidate) => !used.has(candidate)) ?? numbered(candidates[0], used);
    used.add(name);
    return name;
  });
}

function numbered(name: string, used: ReadonlySet<string>): string {
  let number = 2;
  while (used.has(`${name} (${number})`)) number++;
  return `${name} (${number})`;
}

function describeTrait(trait: TraitEffect): string {
  const { column, level, effect } = trait;
  if (level !== undefined) return describeLevel(titleOf(column), level, trait);
  const idiom = idiomOf(trait);
  if (idiom) return effect > 0 ? idiom.high : idiom.low;
  return `${effect > 0 ? 'High' : 'Low'} ${titleOf(column)}`;
}

/**
 * `Two year Contract` where more have it than among everyone and most do, `More Two year Contract` where most do not; `Not` and
 * `Fewer` the other way round. Of a column of yes and no `Paperless Billing`, `No Paperless Billing`.
 */
function describeLevel(title: string, level: string, { effect, share = 0 }: TraitEffect): string {
  const isYes = /^(yes|true|1)$/i.test(level);
  const isNo = /^(no|false|0)$/i.test(level);
  const [has, hasNot] = isYes
    ? [title, `No ${title}`]
    : isNo
      ? [`No ${title}`, title]
      : [`${level} ${title}`, `Not ${level} ${title}`];
  if (effect > 0) return share > 0.5 ? has : `More ${has}`;
  return share < 0.5 ? hasNot : `Fewer ${has}`;
}

function idiomOf({ column, level }: TraitEffect) {
  return level === undefined ? idioms.find((it) => it.column.test(titleOf(column))) : undefined;
}
