const lists = {
  and: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  or: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
};

/** `a call, 5% off and 10% off`; the last joined by "or" where they are alternatives. */
export const inARow = (words: readonly string[], last: keyof typeof lists = 'and') =>
  lists[last].format(words);
