import { library } from '../../tools/tsup.base.js';

export default library({
  entry: { index: 'src/index.ts', 'what-if-worker': 'src/what-if/what-if-worker.ts' },
  format: ['esm'],
  target: 'es2022',
  splitting: true,
});
