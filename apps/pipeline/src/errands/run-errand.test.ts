import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { callRunner, runErrand } from './run-errand.js';

describe('runErrand', () => {
  it('runs an errand here where there is no runner, as in the sources', () =>
    withTemporaryFolder(async (folder) => {
      const path = join(folder, 'x');
      writeFileSync(path, 'abc');
      callRunner();
      expect(await runErrand('settle', path)).toMatchObject({ bytes: 3 });
    }));
});
