import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { read, rooms, root } from './rooms.js';

const scriptsOf = (folder: string) =>
  readdirSync(join(root, folder, 'dist'))
    .filter((file) => /\.c?js$/.test(file))
    .map((file) => read(`${folder}/dist/${file}`));

/** The packages whose code a build holds, by the comments in which esbuild says where each part comes from. */
const insideOf = (folder: string) => [
  ...new Set(
    scriptsOf(folder).flatMap((code) =>
      [...code.matchAll(/^\/\/ (?:\.\.\/)+(?:.*\/)?node_modules\/(@[^/\n]+\/[^/\n]+|[^/\n]+)\//gm)].map(
        ([, name]) => name,
      ),
    ),
  ),
];

/** What THIRD-PARTY.md of a build says of each package. */
function licencesOf(folder: string) {
  const page = `${folder}/dist/THIRD-PARTY.md`;
  const [, ...sections] = existsSync(join(root, page)) ? read(page).split(/^## /m) : [];
  return new Map(sections.map((section) => [section.slice(0, section.indexOf(' ')), section]));
}

describe.each(rooms)('the build of $name', ({ folder }) => {
  it('carries the licence of whatever is not ours inside it', () => {
    const licences = licencesOf(folder);
    expect(insideOf(folder).filter((name) => !licences.has(name))).toEqual([]);
    for (const text of licences.values()) expect(text).toMatch(/copyright|apache-2.0|isc, /i);
  });
});

describe("the dashboard's script, which is minified,", () => {
  const licences = licencesOf('apps/dashboard');
  it('carries those of Lit, Vega, D3 and what reads Arrow', () => {
    for (const name of [
      'lit-html',
      '@lit/context',
      'vega-lite',
      'vega-view',
      'd3-scale',
      '@uwdata/flechette',
    ])
      expect(licences.get(name)).toMatch(/copyright/i);
  });

  it("has none of Vega's parts that charts of tables never use", () => {
    for (const part of ['vega', 'vega-wordcloud', 'vega-force', 'vega-geo'])
      expect(licences.has(part)).toBe(false);
  });
});
