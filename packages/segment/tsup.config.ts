import { fileURLToPath } from 'node:url';
import { licencesBeside } from '../../tools/licences/esbuild-plugin.mjs';
import { library } from '../../tools/tsup.base.js';

// ml-kmeans travels inside: loading it and all it drags in takes ten times as long as loading the part that is used.
// Its matrices come from the source, of which a bundler keeps what is used; as CommonJS they stay whole, whatever is imported.
const mlMatrix = fileURLToPath(new URL('src/index.js', import.meta.resolve('ml-matrix')));

export default library({
  noExternal: ['ml-kmeans'],
  esbuildOptions: (options) => {
    options.alias = { 'ml-matrix': mlMatrix };
  },
  esbuildPlugins: [licencesBeside],
});
