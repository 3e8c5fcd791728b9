/** Texts in another language, or other words in the same, by the English text; `{name}` stands for what is put in. */
export type Texts = Readonly<Record<string, string>>;

/** Says a text of the charts, with what is put in for each `{name}`. */
export type Say = (text: string, values?: Readonly<Record<string, string | number>>) => string;

/** A speaker of the texts given; what they lack is said in English. */
export const sayWith =
  (texts: Texts = {}): Say =>
  (text, values = {}) =>
    (Object.hasOwn(texts, text) ? texts[text] : text).replace(/\{(\w+)\}/g, (slot, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : slot,
    );
