import { dirname, join } from 'node:path';
import ts from 'typescript';
import { filesOf } from './files.js';
import { read } from './rooms.js';

/** Of each file, those that it imports by a relative path, types included. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** The imports among the sources of a folder; tests are nobody's source. */
export function importGraph(folder: string): ImportGraph {
  const files = filesOf(`${folder}/*.ts`).filter((path) => !path.endsWith('.test.ts'));
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(read(file), true, true);
      const targets = importedFiles
        .filter(({ fileName }) => fileName.startsWith('.'))
        .map(({ fileName }) => `${join(dirname(file), fileName.replace(/\.js$/, ''))}.ts`);
      return [file, targets.filter((target) => known.has(target))];
    }),
  );
}

/** The same between the folders directly under `src`; what lies beside them, at the top, is none of them. */
export function folderGraph(files: ImportGraph): Map<string, readonly string[]> {
  const folderOf = (path: string) => /\/src\/([^/]+)\//.exec(path)?.[1];
  const folders = new Map<string, readonly string[]>();
  for (const [file, targets] of files) {
    const from = folderOf(file);
    if (from === undefined) continue;
    const others = targets.map(folderOf).filter((to) => to !== undefined && to !== from) as string[];
    folders.set(from, [...new Set([...(folders.get(from) ?? []), ...others])]);
  }
  return folders;
}

/** One way round each circle of imports, from a file back to itself. */
export function circlesIn(graph: ImportGraph): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) circles.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    path.push(file);
    for (const target of graph.get(file) ?? []) walk(target);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) walk(file);
  return circles;
}
