import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { thirdParty } from './third-party.mjs';

/** Leaves THIRD-PARTY.md beside what esbuild builds. */
export const licencesBeside = {
  name: 'licences-beside',
  setup({ initialOptions, onEnd }) {
    initialOptions.metafile = true;
    onEnd(({ metafile }) => {
      const files = Object.values(metafile.outputs).flatMap(({ inputs }) =>
        Object.keys(inputs)
          .filter((file) => inputs[file].bytesInOutput > 0)
          .map((file) => resolve(file)),
      );
      // Two formats are built side by side, and neither may have made the folder yet.
      mkdirSync(initialOptions.outdir, { recursive: true });
      writeFileSync(join(initialOptions.outdir, 'THIRD-PARTY.md'), thirdParty(files));
    });
  },
};
