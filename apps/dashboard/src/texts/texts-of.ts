import { chartTexts, type Texts } from '@clv/charts';
import { french } from './french.js';
import { german } from './german.js';
import { spanish } from './spanish.js';

const languages = new Map<string, Texts>([
  ['de', { ...chartTexts.de, ...german }],
  ['fr', { ...chartTexts.fr, ...french }],
  ['es', { ...chartTexts.es, ...spanish }],
]);
const english: Texts = {};

/** The texts of a locale's language, English where it is not there; the page's own come first. */
export function textsOf(locale: string, own?: Texts): Texts {
  const texts = languages.get(locale.split('-')[0].toLowerCase()) ?? english;
  return own ? { ...texts, ...own } : texts;
}
