import { sayWith, type Texts } from '../texts/say.js';

const titles: Readonly<Record<string, string>> = {
  ours: 'Ours',
  none: 'Nobody gets an offer',
  random: 'Offers at random',
  highest_risk: 'Likeliest to leave first',
  highest_value_at_risk: 'Most value at risk first',
  original: 'Whenever one month pays',
  oracle: 'If the truth were known',
};

/**
 * What a manager calls a policy of `comparePolicies`: `everyone_discount_5` is `Everyone gets 5% discount`.
 *
 * @param offers for the name of the one that everyone gets (default: its id).
 * @param texts as the option of charts (default: English).
 */
export function policyTitle(
  policy: string,
  offers: readonly { id: string; label?: string }[] = [],
  texts?: Texts,
): string {
  const say = sayWith(texts);
  const everyone = /^everyone_(.*)$/.exec(policy)?.[1];
  if (everyone !== undefined)
    return say('Everyone gets {offer}', {
      offer: offers.find(({ id }) => id === everyone)?.label ?? everyone,
    });
  return Object.hasOwn(titles, policy) ? say(titles[policy]) : policy;
}
