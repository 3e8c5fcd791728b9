import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A source of uniform numbers in [0, 1), as d3-random takes it. */
export type RandomSource = () => number;

/**
 * A seeded source of uniform numbers in [0, 1): the same seed and stream give the same numbers everywhere.
 *
 * @param seed an integer, of which the lowest 32 bits count; the same seed gives the same bytes.
 * @param stream which of the seed's independent streams, such as a block's number (default 0).
 */
export function randomSource(seed: number, stream = 0): RandomSource {
  const generator = xoroshiro128plus(mix(mix(seed) ^ stream));
  return () => uniformFloat64(generator);
}

/** The finaliser of MurmurHash3 (Appleby 2011): neighbouring seeds become unrelated ones. */
function mix(value: number): number {
  let hash = (value | 0) + 0x9e3779b9;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
