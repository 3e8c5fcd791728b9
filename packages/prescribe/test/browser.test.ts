import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { minifySync } from '@swc/core';

/** The package as built, and @clv/contracts on which it stands. */
const built = ['prescribe', 'contracts'].map((name) =>
  readFileSync(join(process.cwd(), '..', name, 'dist', 'index.js'), 'utf8'),
);

const importsOf = (code: string) =>
  [...code.matchAll(/^(?:import|export)\b[^'"]*from ['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)/gm)].map(
    ([, from, asked]) => from ?? asked,
  );

describe('the package in a browser', () => {
  it('imports nothing of Node', () => {
    expect(built.map(importsOf)).toEqual([
      ['@clv/contracts'],
      [
        'fastest-levenshtein',
        'pure-rand/distribution/uniformFloat64',
        'pure-rand/generator/xoroshiro128plus',
      ],
    ]);
  });

  it('weighs at most 25 kB compressed, @clv/contracts included', () => {
    const minified = built.map(
      (code) => minifySync(code, { module: true, mangle: true, compress: true }).code,
    );
    expect(brotliCompressSync(minified.join('\n')).length).toBeLessThanOrEqual(25_000);
  });
});
