import { read } from '../house/rooms.js';

/** From customers to a certified policy with the packages alone: the example, as its readers have it. */
export const engineProgram = read('examples/libraries/retention.ts');

/** A program that requires each package and says so. */
export const requireProgram = (packages: string[]) =>
  packages
    .map(
      (name) =>
        `if (Object.keys(require('${name}')).length === 0) throw new Error('${name} is empty');\nconsole.log('${name} ok');`,
    )
    .join('\n');
