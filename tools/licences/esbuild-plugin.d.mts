import type { Options } from 'tsup';

export const licencesBeside: NonNullable<Options['esbuildPlugins']>[number];
