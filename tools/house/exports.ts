import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { read, rooms, root } from './rooms.js';

/** One name that a package gives to the world. */
export interface Export {
  name: string;
  docstring: string;
}

const { config } = ts.parseConfigFileTextToJson('tsconfig.base.json', read('tsconfig.base.json'));
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
const entries = rooms
  .map(({ folder }) => join(root, folder, 'src/index.ts'))
  .filter((entry) => existsSync(entry));
const program = ts.createProgram(entries, options);
const checker = program.getTypeChecker();

const behindAlias = (symbol: ts.Symbol) =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

/** What the entry of a package exports, as its source says, with the docstrings that editors show. */
export function exportsOf(folder: string): Export[] {
  const source = program.getSourceFile(join(root, folder, 'src/index.ts'));
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${folder} has no src/index.ts`);
  return checker.getExportsOfModule(module).map((symbol) => ({
    name: symbol.name,
    docstring: ts.displayPartsToString(behindAlias(symbol).getDocumentationComment(checker)).trim(),
  }));
}
