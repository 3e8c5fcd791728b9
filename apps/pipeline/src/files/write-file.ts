import { writeFile as write } from 'node:fs/promises';

import { asWriting } from './write-error.js';

/** Writes a file as Node does; where the machine refuses, the error says which file that was. */
export const writeFile = (path: string, content: string | Uint8Array): Promise<void> =>
  asWriting(path, (place) => write(place, content));
