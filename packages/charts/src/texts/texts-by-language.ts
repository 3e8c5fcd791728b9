import type { Texts } from './say.js';

/** English texts, each in German, French and Spanish. */
export type Translations = Readonly<
  Record<string, readonly [german: string, french: string, spanish: string]>
>;

/** A punctuation mark set apart from its word, as in French, never begins a line, nor does the % of `95-%-Intervalle`. */
const heldTogether = (text: string) => text.replace(/ (?=[;:!?%»])/g, '\u00a0').replaceAll('-%', '\u2011%');

/** The languages' texts, each by the English ones. */
export function textsByLanguage(translations: Translations): Readonly<Record<'de' | 'fr' | 'es', Texts>> {
  const texts = (language: number) =>
    Object.fromEntries(
      Object.entries(translations).map(([english, all]) => [english, heldTogether(all[language])]),
    );
  return { de: texts(0), fr: texts(1), es: texts(2) };
}
