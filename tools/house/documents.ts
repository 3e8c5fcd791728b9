import { filesOf } from './files.js';
import { read } from './rooms.js';

/** A page of the documents. */
export interface Page {
  path: string;
  text: string;
}

/** Every Markdown file of the project that is written by hand: those that git knows, or does not ignore. */
export const pages: Page[] = filesOf('*.md')
  .filter((path) => !path.endsWith('CHANGELOG.md'))
  .map((path) => ({ path, text: read(path) }));

const fenced = /```[^\n]*\n[\s\S]*?```/g;

/** The prose of a page, its code left out. */
export const proseOf = (text: string) => text.replace(fenced, '');

/** The addresses that a page links to or draws. */
export const linksOf = (text: string) =>
  [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, address]) => address);

/** The anchor that a heading gets. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** The anchors inside a page. */
export const anchorsOf = (text: string) =>
  [...proseOf(text).matchAll(/^#+ +(.+)$/gm)].map(([, heading]) => anchorOf(heading));

/** What a page imports from `@clv` packages in its code: pairs of package and name. */
export const importsOf = (text: string) =>
  [...text.matchAll(/import (?:type )?\{([^}]*)\} from '(@clv\/[a-z]+)'/g)].flatMap(([, names, from]) =>
    names
      .split(',')
      .map((name) =>
        name
          .replace(/^\s*type\s+/, '')
          .split(' as ')[0]
          .trim(),
      )
      .filter((name) => name !== '')
      .map((name) => ({ from, name })),
  );

/** What the tables of functions or exports on a page name: what stands in code in a row's first cell, in other tables with parentheses. */
export const tabledNamesOf = (text: string) =>
  [...proseOf(text).matchAll(/(?:^\|.*\n)+/gm)].flatMap(([table]) => {
    const name = /^\| (?:function|export) /.test(table) ? /`([A-Za-z]\w*)/g : /`([A-Za-z]\w*)\(/g;
    return [...table.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell]) =>
      Array.from(cell.matchAll(name), ([, found]) => found),
    );
  });
