/** What a package says in passing, as a sentence among others. */
export const asSentence = (said: string) => `${said[0].toUpperCase()}${said.slice(1)}.`;
