/** What offers are called in what is said of them, by their ids. */
export type OfferLabels = Readonly<Record<string, string>>;

/** What an offer is called: by its id, where it has no other name. */
export const called = (offer: string, labels: OfferLabels = {}): string =>
  Object.hasOwn(labels, offer) ? labels[offer] : offer;

/** `10% off, 5% off and a call` */
export const listed = (words: readonly string[], word = 'and'): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} ${word} ${words.at(-1)}`;
