import { textsByLanguage } from './texts-by-language.js';
import { translations } from './translations.js';

/** What charts say in languages other than English, by the language's tag: `valueBySegment(segments, { locale: 'de-DE', texts: chartTexts.de })`. */
export const chartTexts = textsByLanguage(translations);
