import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { writeNewFiles } from './write-new-files.mjs';

const app = 'apps/dashboard';
const registry = `${app}/src/register.ts`;
const contents = `${app}/src/index.ts`;

/** Makes a component of the dashboard in the house's shape, registers its element and exports its class. */
export function newComponent(root, { name, finding }) {
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new Error(`a component's name is lower case, such as net-gain: ${name}`);
  if (!finding) throw new Error(`--finding is missing: what ${name} shows`);
  const folder = `${app}/src/components/${name}`;
  if (existsSync(join(root, folder))) throw new Error(`${folder} is there already`);

  const className = `Clv${name.replace(/(^|-)([a-z])/g, (_, dash, letter) => letter.toUpperCase())}`;
  const registered = register(readFileSync(join(root, registry), 'utf8'), name, className);
  const exported = exportClass(readFileSync(join(root, contents), 'utf8'), name, className);
  const written = writeNewFiles(root, {
    [`${folder}/${name}.ts`]: componentSource(name, className, finding),
  });
  writeFileSync(join(root, registry), registered);
  writeFileSync(join(root, contents), exported);
  return [...written, registry, contents];
}

/** The registry with one more element: imports and entries stay in the order of their names. */
export function register(source, name, className) {
  const importLine = `import { ${className} } from './components/${name}/${name}.js';`;
  const entry = `  'clv-${name}': ${className},`;
  return inserted(
    registry,
    inserted(registry, source, /^import \{ Clv.*$/gm, importLine),
    /^ {2}'clv-.*$/gm,
    entry,
  );
}

/** The table of contents with one more class, in the order of their names. */
export function exportClass(source, name, className) {
  const line = `export { ${className} } from './components/${name}/${name}.js';`;
  return inserted(contents, source, /^export \{ Clv\w+ \} from '\.\/components\/.*$/gm, line);
}

function inserted(file, source, pattern, line) {
  const lines = [...source.matchAll(pattern)];
  if (lines.length === 0) throw new Error(`${file} is not in the shape that the generator knows`);
  const after = lines.findLast(([text]) => text < line);
  const at = after ? after.index + after[0].length + 1 : lines[0].index;
  return `${source.slice(0, at)}${line}\n${source.slice(at)}`;
}

const componentSource = (name, className, finding) => `import { formatCount } from '@clv/charts';
import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import type { ClvData } from '../../clv-data.js';
import { ClvElement } from '../clv-element.js';
import { tokens } from '../tokens.js';

/**
 * ${finding}
 *
 * @element clv-${name}
 * @csspart figure - the figure
 */
export class ${className} extends ClvElement {
  static override styles: CSSResultGroup = tokens;

  protected override content({ view: { figures } }: ClvData): TemplateResult {
    const count = formatCount(figures.customers, this.locale);
    return html\`<p part="figure">\${this.say('{count} customers', { count })}</p>\`;
  }
}
`;
