import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { read, rooms, root } from './rooms.js';

/** One name that a package gives to the world. */
export interface Export {
  name: string;
  docstring: string;
  /** Whether a program takes it and does something by it: a function or what one is given. */
  isUsed: boolean;
  /** What its docstring says of arguments and errors. */
  tags: string;
  /** The arguments of a function that may be left out, but for objects of options, which say themselves what they hold. */
  optional: string[];
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

/** Whether a type is of options: an object of which every part may be left out. */
const isOptions = (type: ts.Type) => {
  const parts = checker.getNonNullableType(type).getProperties();
  return parts.length > 0 && parts.every(({ flags }) => flags & ts.SymbolFlags.Optional);
};

const optionalOf = ({ valueDeclaration: declared }: ts.Symbol) =>
  declared && ts.isFunctionDeclaration(declared)
    ? declared.parameters
        .filter((parameter) => checker.isOptionalParameter(parameter))
        .filter((parameter) => !isOptions(checker.getTypeAtLocation(parameter)))
        .map(({ name }) => name.getText())
    : [];

const tagsOf = (symbol: ts.Symbol) =>
  symbol
    .getJsDocTags(checker)
    .map(({ text }) => ts.displayPartsToString(text))
    .join('\n');

/** What the entry of a package exports, as its source says, with the docstrings that editors show. */
export function exportsOf(folder: string): Export[] {
  const source = program.getSourceFile(join(root, folder, 'src/index.ts'));
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${folder} has no src/index.ts`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => ({ name: symbol.name, meant: behindAlias(symbol) }))
    .map(({ name, meant }) => ({
      name,
      isUsed: (meant.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Variable)) !== 0,
      docstring: ts.displayPartsToString(meant.getDocumentationComment(checker)).trim(),
      tags: tagsOf(meant),
      optional: optionalOf(meant),
    }));
}
