import { chartTexts } from '@clv/charts/texts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { textsComing, textsOf } from './texts-of.js';

/** Every text that the components say, as their sources have it. */
const said = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .flatMap((name) => [...readFileSync(join('src', name), 'utf8').matchAll(/\bsay\(\s*'([^']+)'/g)])
  .map(([, text]) => text);
const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();

describe('textsOf', () => {
  it.each(['de-AT', 'fr', 'es-MX'])('has all that components and charts say in %s', async (locale) => {
    await textsComing(locale);
    const texts = textsOf(locale);
    expect(new Set(said).size).toBeGreaterThan(90);
    expect(Object.keys(texts).sort()).toEqual([...new Set([...said, ...Object.keys(chartTexts.de)])].sort());
    for (const [english, text] of Object.entries(texts)) expect(slots(text)).toEqual(slots(english));
  });

  it('is not waited for in English, nor when it is there', async () => {
    expect([textsComing('en-GB'), textsComing('nl')]).toEqual([undefined, undefined]);
    await textsComing('de');
    expect(textsComing('fr')).toBeUndefined();
  });

  it('is English elsewhere, and the page’s own first of all', () => {
    expect(textsOf('nl-NL')).toEqual({});
    expect(textsOf('de', { Offer: 'Offerte' })).toMatchObject({ Offer: 'Offerte', Budget: 'Budget' });
  });
});
