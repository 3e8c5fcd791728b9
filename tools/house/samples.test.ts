import { join } from 'node:path';
import ts from 'typescript';
import { read, rooms, root } from './rooms.js';

/** The programs in the READMEs, each as a file beside its README that is only in memory. */
const samples = new Map(
  rooms.flatMap(({ folder }) =>
    [...read(`${folder}/README.md`).matchAll(/```ts\n([\s\S]*?)```/g)].map(
      ([, text], number): [string, string] => [join(root, folder, `README.${number}.ts`), text],
    ),
  ),
);

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  types: ['node'],
};

function faultsByFile(): Map<string, string[]> {
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => samples.has(path) || fileExists(path);
  host.readFile = (path) => samples.get(path) ?? readFile(path);
  host.getSourceFile = (path, version) => {
    const text = host.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, version);
  };
  host.getCurrentDirectory = () => root;
  const faults = new Map<string, string[]>();
  for (const { file, messageText } of ts.getPreEmitDiagnostics(
    ts.createProgram([...samples.keys()], options, host),
  )) {
    const path = file?.fileName ?? '';
    faults.set(path, [...(faults.get(path) ?? []), ts.flattenDiagnosticMessageText(messageText, '\n')]);
  }
  return faults;
}

describe('a program in a README', () => {
  const faults = faultsByFile();

  it.each([...samples.keys()].map((path) => path.slice(root.length + 1)))(
    'compiles in strict TypeScript: %s',
    (path) => {
      expect(faults.get(join(root, path)) ?? []).toEqual([]);
    },
  );

  it('needs no `skipLibCheck`, but for the types of Arquero, as the README of @clv/synth says', () => {
    const others = [...faults.keys()].filter((path) => !samples.has(path));
    expect(others.filter((path) => !path.includes('/node_modules/arquero/'))).toEqual([]);
    expect(read('packages/synth/README.md')).toContain('`skipLibCheck`');
  });
});
