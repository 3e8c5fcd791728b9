import { dirname, resolve } from 'node:path';

/** An input or output as a config file names it, seen from where the program stands: paths are relative to the file. */
export function fromConfigFile(file: string, address: string): string {
  const here = (path: string) => resolve(dirname(file), path);
  if (address === '-' || /^postgres(ql)?:/i.test(address)) return address;
  const database = /^duckdb:([^?]*)(.*)$/s.exec(address);
  if (database) return `duckdb:${here(database[1])}${database[2]}`;
  return address.startsWith('${') ? address : here(address);
}
