import type { Texts } from '../say.js';
import { french } from './french.js';
import { german } from './german.js';
import { spanish } from './spanish.js';

/** What charts say in languages other than English, by the language's tag: `valueBySegment(segments, { locale: 'de-DE', texts: chartTexts.de })`. */
export const chartTexts = { de: german, fr: french, es: spanish } as const satisfies Record<string, Texts>;
