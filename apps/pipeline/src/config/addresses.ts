import { dirname, isAbsolute, relative, resolve } from 'node:path';

import { withPasswordByReference } from './secrets.js';

/** An input or output as a config file names it, seen from where the program stands: paths are relative to the file. */
export function fromConfigFile(file: string, address: string): string {
  const here = (path: string) => resolve(dirname(file), path);
  if (address === '-' || /^postgres(ql)?:/i.test(address)) return address;
  const database = /^duckdb:([^?]*)(.*)$/s.exec(address);
  if (database) return `duckdb:${here(database[1])}${database[2]}`;
  return address.startsWith('${') ? address : here(address);
}

/** An input as a config file must name it: a relative path from where the file is, and a password by reference. */
export function forConfigFile(file: string, address: string): string {
  const from = (path: string) =>
    isAbsolute(path) ? path : relative(dirname(resolve(file)), resolve(path)).replaceAll('\\', '/');
  if (address === '-' || /^postgres(ql)?:/i.test(address)) return withPasswordByReference(address);
  const database = /^duckdb:([^?]*)(.*)$/s.exec(address);
  return database ? `duckdb:${from(database[1])}${database[2]}` : from(address);
}
