import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { program } from './clv.js';

describe('the command in a clone where nothing is built', () => {
  it('says how to build it, and ends with 2', () =>
    withTemporaryFolder(async (folder) => {
      mkdirSync(join(folder, 'bin'));
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
      copyFileSync(program, join(folder, 'bin', 'clv.js'));
      const run = spawnSync(process.execPath, ['bin/clv.js', 'run'], { cwd: folder, encoding: 'utf8' });
      expect(run).toMatchObject({
        status: 2,
        stderr: 'error: clv is not built yet; npm run build, at the top of the repository, does it\n',
      });
    }));
});
