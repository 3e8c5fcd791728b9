import { readFile } from 'node:fs/promises';

/** A document that an earlier step has written. */
export const readJson = async <T>(file: string): Promise<T> => JSON.parse(await readFile(file, 'utf8')) as T;
