import type { Texts } from '@clv/charts';
import { spoken } from './spoken.js';

let languages: ReadonlyMap<string, Texts> = new Map();
let coming: Promise<void> | undefined;
const english: Texts = {};

const languageOf = (locale: string) => String(locale).split('-')[0].toLowerCase();

/** Settles when a locale's language can be spoken; undefined where it can be already, as English always can. */
export function textsComing(locale: string): Promise<void> | undefined {
  if (languages.size > 0 || !spoken.some((language) => language === languageOf(locale))) return undefined;
  return (coming ??= import('./languages.js').then(
    (found) => void (languages = found.languages),
    // What cannot be fetched now may be when it is asked for again; until then it is said in English.
    () => (coming = undefined),
  ));
}

/** Draws once a locale's language can be spoken: at once, where it can be already. */
export function onceSpoken(locale: string, draw: () => void | Promise<unknown>): void | Promise<unknown> {
  const words = textsComing(locale);
  return words ? words.then(draw) : draw();
}

/** The texts of a locale's language, English where it is not there; the page's own come first. */
export function textsOf(locale: string, pages?: Texts): Texts {
  const texts = languages.get(languageOf(locale)) ?? english;
  return pages ? { ...texts, ...pages } : texts;
}
