import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { writeNewFiles } from './write-new-files.mjs';

const app = 'apps/dashboard';
const registry = `${app}/src/register.ts`;

/** Makes a component of the dashboard in the house's shape, and registers its element. */
export function newComponent(root, { name, finding }) {
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new Error(`a component's name is lower case, such as net-gain: ${name}`);
  if (!finding) throw new Error(`--finding is missing: what ${name} shows`);
  const folder = `${app}/src/components/${name}`;
  if (existsSync(join(root, folder))) throw new Error(`${folder} is there already`);

  const className = `Clv${name.replace(/(^|-)([a-z])/g, (_, dash, letter) => letter.toUpperCase())}`;
  const registered = register(readFileSync(join(root, registry), 'utf8'), name, className);
  const written = writeNewFiles(root, {
    [`${folder}/${name}.ts`]: componentSource(name, className, finding),
  });
  writeFileSync(join(root, registry), registered);
  return [...written, registry];
}

/** The registry with one more element: imports and entries stay in the order of their names. */
export function register(source, name, className) {
  const importLine = `import { ${className} } from './components/${name}/${name}.js';`;
  const entry = `  'clv-${name}': ${className},`;
  return inserted(inserted(source, /^import \{ Clv.*$/gm, importLine), /^ {2}'clv-.*$/gm, entry);
}

function inserted(source, pattern, line) {
  const lines = [...source.matchAll(pattern)];
  if (lines.length === 0) throw new Error(`${registry} is not in the shape that the generator knows`);
  const after = lines.findLast(([text]) => text < line);
  const at = after ? after.index + after[0].length + 1 : lines[0].index;
  return `${source.slice(0, at)}${line}\n${source.slice(at)}`;
}

const componentSource = (name, className, finding) => `import { formatCount } from '@clv/charts';
import { type CSSResultGroup, html } from 'lit';
import type { ClvData } from '../../clv-data.js';
import { ClvElement } from '../clv-element.js';
import { messageStyles } from '../message/message.js';
import { tokens } from '../tokens.js';

/**
 * ${finding}
 *
 * @element clv-${name}
 * @csspart figure - the figure
 */
export class ${className} extends ClvElement {
  static override styles: CSSResultGroup = [tokens, messageStyles];

  protected override content({ view: { figures } }: ClvData) {
    return html\`<p part="figure">\${formatCount(figures.customers, this.locale)} customers</p>\`;
  }
}
`;
