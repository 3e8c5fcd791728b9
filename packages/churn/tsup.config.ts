import { library } from '../../tools/tsup.base.js';

export default library({ entry: { index: 'src/index.ts', survival: 'src/survival/survival-by-tenure.ts' } });
