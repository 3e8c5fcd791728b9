import { type Texts, textsByLanguage } from '@clv/charts';
import { chartTexts } from '@clv/charts/texts';
import { spoken } from './spoken.js';
import { translations } from './translations.js';

const own = textsByLanguage(translations);

/** All that components and charts say, by language and by the English text; fetched only where another than English is spoken. */
export const languages: ReadonlyMap<string, Texts> = new Map(
  spoken.map((language) => [language, { ...chartTexts[language], ...own[language] }]),
);
