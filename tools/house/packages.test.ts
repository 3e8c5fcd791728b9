import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { read, rooms, root } from './rooms.js';

/** The types of a package, as its build leaves them. */
const typesOf = (folder: string) =>
  readdirSync(join(root, folder, 'dist'))
    .filter((file) => file.endsWith('.d.ts'))
    .map((file) => read(`${folder}/dist/${file}`))
    .join('\n');

describe.each(rooms)('$name, as a stranger installs it,', ({ folder, manifest }) => {
  it('carries its README, its changelog and its licence', () => {
    for (const file of ['README.md', 'CHANGELOG.md', 'LICENSE']) {
      expect(manifest.files).toContain(file);
      expect(existsSync(join(root, folder, file))).toBe(true);
    }
    expect(manifest.license).toBe('MIT');
  });

  it('says which Node it needs, and what a bundler may drop', () => {
    expect(manifest.engines).toEqual({ node: '>=20.19' });
    expect(manifest.sideEffects).toBeDefined();
  });

  it('can be entered only by the doors that it names', () => {
    expect(Object.keys(manifest.exports ?? {})).toContain('.');
    for (const door of Object.keys(manifest.exports ?? {})) expect(door).not.toContain('*');
  });

  it('names exact or patch versions, so that no install differs from the one that was tested', () => {
    for (const version of Object.values(manifest.dependencies ?? {}))
      expect(version).toMatch(/^~?\d+\.\d+\.\d+(-[\w.]+)?$/);
  });

  it('has types that TypeScript reads from 5.0 on: typed arrays are generic only since 5.7', () => {
    expect(typesOf(folder)).not.toMatch(/\w+\d+Array</);
  });

  it('has types that lead to nothing but what it depends on', () => {
    const led = [...typesOf(folder).matchAll(/ from '(@[\w-]+\/[\w-]+|[\w-]+)/g)].map(([, name]) => name);
    expect(led.filter((name) => !(name in (manifest.dependencies ?? {})))).toEqual([]);
  });
});
