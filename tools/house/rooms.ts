import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the whole house. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** One package or app. */
export interface Room {
  name: string;
  /** From the root: `packages/gbdt`. */
  folder: string;
  manifest: Manifest;
}

/** What the tests read of a package.json. */
export interface Manifest {
  name: string;
  version: string;
  license?: string;
  sideEffects?: boolean | string[];
  engines?: { node?: string };
  exports?: Record<string, unknown>;
  files?: string[];
  dependencies?: Record<string, string>;
  nx?: { tags: string[] };
}

export const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Every package and app, in the order of their names. */
export const rooms: Room[] = ['packages', 'apps'].flatMap((wing) =>
  readdirSync(join(root, wing)).map((entry) => {
    const folder = `${wing}/${entry}`;
    const manifest = JSON.parse(read(`${folder}/package.json`)) as Manifest;
    return { name: manifest.name, folder, manifest };
  }),
);
