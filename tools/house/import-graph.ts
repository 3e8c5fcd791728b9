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

/** The same between folders that lie side by side, at any depth; files that lie beside them are none of them. */
export function folderGraph(files: ImportGraph): Map<string, readonly string[]> {
  const folders = new Map<string, readonly string[]>();
  for (const [file, targets] of files)
    for (const target of targets) {
      const [from, to] = partingFolders(file, target);
      if (from === undefined || to === undefined) continue;
      folders.set(from, [...new Set([...(folders.get(from) ?? []), to])]);
    }
  return folders;
}

/** Where the ways to two files part: the folder on each way, undefined where it is the file itself. */
function partingFolders(...files: [string, string]): (string | undefined)[] {
  const [one, other] = files.map((file) => file.split('/'));
  const depth = one.findIndex((name, i) => name !== other[i]);
  return [one, other].map((way) => (depth < way.length - 1 ? way.slice(0, depth + 1).join('/') : undefined));
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
