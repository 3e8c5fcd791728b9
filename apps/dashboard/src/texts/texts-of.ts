import { chartTexts, type Texts, textsByLanguage } from '@clv/charts';
import { translations } from './translations.js';

const own = textsByLanguage(translations);
const languages: ReadonlyMap<string, Texts> = new Map(
  (['de', 'fr', 'es'] as const).map((language) => [language, { ...chartTexts[language], ...own[language] }]),
);
const english: Texts = {};

/** The texts of a locale's language, English where it is not there; the page's own come first. */
export function textsOf(locale: string, pages?: Texts): Texts {
  const texts = languages.get(locale.split('-')[0].toLowerCase()) ?? english;
  return pages ? { ...texts, ...pages } : texts;
}
