import { readFile } from 'node:fs/promises';

import { InvalidInputError } from '@clv/contracts';
import type { z } from 'zod';

import { faultsOf } from '../../config/config-faults.js';
import { parseJson } from '../../config/parse-json.js';
import { refusal } from '../../faults/refusal.js';

/** A document that an earlier step has written; throws an `InvalidInputError` that names the file, and what is wrong where. */
export const readJson = async <T>(file: string, shape: z.ZodType<T>): Promise<T> =>
  inShape(await textOf(file), file, shape);

/** Documents that an earlier step has written in several tasks, one a line. */
export async function readLines<T>(file: string, shape: z.ZodType<T>): Promise<T[]> {
  const lines = (await textOf(file)).split('\n');
  return lines.flatMap((line, i) => (line === '' ? [] : [inShape(line, `${file}, line ${i + 1}`, shape)]));
}

/** What a text holds, which came from a place of that name. */
export function inShape<T>(text: string, name: string, shape: z.ZodType<T>): T {
  const { data, error } = shape.safeParse(parseJson(text, name), { reportInput: true });
  if (error)
    throw new InvalidInputError(
      faultsOf(error).map((fault) => ({ ...fault, message: `${name}: ${fault.message}` })),
    );
  return data as T;
}

const textOf = (file: string) => readFile(file, 'utf8').catch(cannotRead(file));

/** Says of a file that cannot be read that it is an earlier step that leaves it. */
export const cannotRead = (file: string) => (cause: NodeJS.ErrnoException) => {
  throw refusal('no-such-file', file, `cannot read ${file}, which an earlier step leaves: ${cause.code}`);
};
