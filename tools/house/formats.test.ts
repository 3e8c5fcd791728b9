import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { filesOf } from './files.js';
import { read, root } from './rooms.js';

/** What a golden file holds: a model or a run as a version that was released has saved it. */
function textOf(path: string): string {
  const bytes = readFileSync(join(root, path));
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
}

const goldens = filesOf('*/test/golden/*').filter((path) => /\.json(\.gz)?$/.test(path));
const kept = goldens.map(textOf).join('\n');
const formats = filesOf('packages/*/src/*.ts').flatMap((path) =>
  Array.from(read(path).matchAll(/^ {2}format: '(clv-[a-z-]+)';/gm), ([, format]) => format),
);

describe('a format that a package saves', () => {
  it.each(formats)('%s is kept in a golden file, which later versions have to read', (format) => {
    expect(kept).toMatch(new RegExp(`"format": ?"${format}"`));
  });
});
