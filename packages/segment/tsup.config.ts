import { licencesBeside } from '../../tools/licences/esbuild-plugin.mjs';
import { library } from '../../tools/tsup.base.js';

// ml-kmeans travels inside: loading it and all it drags in takes ten times as long as loading the part that is used.
export default library({ noExternal: ['ml-kmeans'], esbuildPlugins: [licencesBeside] });
