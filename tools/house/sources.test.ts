import { read } from './rooms.js';

const [text, list] = read('docs/method.md').split('## Sources');
const sources = [...list.matchAll(/^- ([^,(]+)[^(]*\((\d{4})\)/gm)].map(([, author, year]) => ({
  author: author.trim(),
  year,
}));

/** What stands before each year of the text, where its author is named. */
const citations = [...text.matchAll(/\b(?:19|20)\d\d\b/g)].map(({ 0: year, index }) => ({
  year,
  before: text.slice(Math.max(0, index - 100), index),
}));

describe('the sources of docs/method.md', () => {
  it('have one for each citation in the text', () => {
    expect(citations.length).toBeGreaterThan(30);
    const missing = citations.filter(
      ({ year, before }) => !sources.some((source) => source.year === year && before.includes(source.author)),
    );
    expect(missing.map(({ year, before }) => `${before.slice(-40)}${year}`)).toEqual([]);
  });

  it('stand in the order of their authors', () => {
    const authors = sources.map(({ author }) => author);
    expect(authors).toEqual([...authors].sort((one, other) => one.localeCompare(other, 'en')));
  });
});
