import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyTitle } from '../policy/policy-title.js';
import { valueBySegment } from '../segments/value-by-segment.js';
import { chartTexts } from './chart-texts.js';
import { sayWith } from './say.js';

/** Every text that the package says, as its sources have it. */
const said = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .flatMap((name) => [...readFileSync(join('src', name), 'utf8').matchAll(/\bsay\(\s*'([^']+)'/g)])
  .map(([, text]) => text);
const policies = ['ours', 'none', 'random', 'highest_risk', 'highest_value_at_risk', 'original', 'oracle'];
const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();

describe('chartTexts', () => {
  it.each(Object.entries(chartTexts))('in %s says all that charts say, with the same slots', (_, texts) => {
    const all = new Set([...said, ...policies.map((policy) => policyTitle(policy))]);
    expect(all.size).toBeGreaterThan(100);
    expect(Object.keys(texts).sort()).toEqual([...all].sort());
    for (const [english, text] of Object.entries(texts)) expect(slots(text)).toEqual(slots(english));
  });

  it('make a title speak the language, its numbers as the locale writes them', () => {
    const segment = {
      label: 'VIPs',
      customers: 10,
      mean_p_churn: 0.1,
      mean_clv: 100,
      intervention_rate: 0.5,
    };
    const { title, columns } = valueBySegment(
      [{ ...segment, segment: 0, baseline: 900, optimized: 1000 } as never],
      { currency: 'EUR', locale: 'de-DE', texts: chartTexts.de },
    );
    expect(title).toBe('Die Angebote bringen 100\u00a0€, 100\u00a0% davon bei VIPs');
    expect(columns[3].label).toBe('Gewinn');
  });

  it('never begin a line with a mark that stands apart from its word', () => {
    expect(Object.values(chartTexts.fr).join()).toMatch(/\u00a0[;:%]/);
    expect(Object.values(chartTexts.de).join()).toMatch(/95\u2011%-Intervalle/);
    for (const texts of Object.values(chartTexts))
      expect(Object.values(texts).join()).not.toMatch(/ [;:!?%]/);
  });

  it('that a speaker lacks are said in English, and what is put in is put in as it is', () => {
    const say = sayWith({ Offer: 'Aanbod' });
    expect([say('Offer'), say('Gain'), say('toString')]).toEqual(['Aanbod', 'Gain', 'toString']);
    expect(say('{a} and {b}', { a: '{b}', b: '$&' })).toBe('{b} and $&');
  });
});
