/** How far a segment's mean of a feature lies from everyone's, in standard deviations. */
export interface FeatureEffect {
  feature: string;
  effect: number;
}

/** Cohen's (1988) small effect: below it a difference is not worth a word. */
export const smallEffect = 0.2;

/** Words for what is better said than "High" and "Low". */
const idioms: readonly { feature: RegExp; high: string; low: string }[] = [
  { feature: /^(customer )?tenure( (days|weeks|months|years))?$/i, high: 'Long-Standing', low: 'New' },
];

/** `New, High Support Calls`: the most distinctive features of a segment, at most `most` of them. */
export function describeSegment(effects: readonly FeatureEffect[], most = 2): string {
  const telling = effects
    .filter(({ effect }) => Math.abs(effect) >= smallEffect)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, most);
  return telling.length === 0 ? 'Typical' : telling.map(describeEffect).join(', ');
}

/** Names for all segments, each as short as it can be without being another's or one of `taken`. */
export function describeDistinctly(
  segments: readonly (readonly FeatureEffect[])[],
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

function describeEffect({ feature, effect }: FeatureEffect): string {
  const words = titleOf(feature);
  const idiom = idioms.find((it) => it.feature.test(words));
  if (idiom) return effect > 0 ? idiom.high : idiom.low;
  return `${effect > 0 ? 'High' : 'Low'} ${words}`;
}

/** `supportCalls` and `support_calls` are both `Support Calls`. */
export function titleOf(column: string): string {
  return column
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[\s_.-]+/)
    .filter(Boolean)
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join(' ');
}
