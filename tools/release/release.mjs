import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * npm run release              checks, versions, packs and publishes every package that a changeset names
 * npm run release -- --dry-run the same up to the tarballs; then all is set back and nothing published
 */
const isDryRun = process.argv.includes('--dry-run');

const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();

function step(title, command, args, options = {}) {
  console.log(`\n${title}: ${[command, ...args].join(' ')}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (status !== 0) {
    console.error(`\nrelease stopped: ${title} ended with ${status}`);
    process.exit(1);
  }
}

const rooms = (root) =>
  ['packages', 'apps'].flatMap((wing) => readdirSync(join(root, wing)).map((room) => join(wing, room)));

/** Packs every package into a folder, and says how large each tarball is. */
function pack(root, folder) {
  mkdirSync(folder, { recursive: true });
  for (const room of rooms(root))
    step('pack', 'npm', ['pack', '--silent', '--pack-destination', folder], { cwd: join(root, room) });
  for (const tarball of readdirSync(folder))
    console.log(`${tarball}: ${(statSync(join(folder, tarball)).size / 1024).toFixed(0)} kB`);
}

if (git('status', '--porcelain') !== '') {
  console.error('release stopped: there are changes that are not committed');
  process.exit(1);
}
step('build', 'npm', ['run', 'build']);
step('test', 'npm', ['test']);
for (const check of ['lint', 'typecheck', 'check-packages', 'knip']) step('check', 'npm', ['run', check]);

const hasChangesets = readdirSync('.changeset').some((file) => file.endsWith('.md') && file !== 'README.md');
const before = git('rev-parse', 'HEAD');
try {
  if (hasChangesets) step('version', 'npx', ['changeset', 'version']);
  else console.log('\nversion: no changesets, versions stay as they are');
  console.log(git('diff', '--stat'));
  pack(process.cwd(), join(process.cwd(), 'tmp/tarballs'));
  if (!isDryRun) step('publish', 'npx', ['changeset', 'publish']);
} finally {
  if (isDryRun) {
    git('reset', '--hard', '--quiet', before);
    git('clean', '-fdq'); // there was nothing but what is committed
    rmSync('tmp/tarballs', { recursive: true, force: true });
    console.log('\ndry run: versions set back, tarballs thrown away, nothing published');
  }
}
