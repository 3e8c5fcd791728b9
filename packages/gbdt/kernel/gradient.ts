// Gradients and hessians of a block's rows, quantised to integers: sums of integers do not depend on their order, so
// any number of threads grows the same trees. An i32 each, finer than the float32 they are rounded from.
import { gradients, labels, logistic, margins, maxWeight, rows, sampled, scaleG, scaleH, seed, subsample, weighted, weights } from './job';

const GRADIENT_BITS = 29;
const SUM_BITS = 51; // sums of all rows stay below; see `runningSums`

let largest: v128 = f32x4.splat(0);

// Returns the largest absolute gradient.
export function gradientBlock(round: i32, row: i32, count: i32): f32 {
  largest = f32x4.splat(0);
  const last = row + count;
  if (logistic) for (; row < last; row += 4) logisticGradients(round, row);
  else for (; row < last; row += 4) squaredErrorGradients(round, row);
  return max(
    max(f32x4.extract_lane(largest, 0), f32x4.extract_lane(largest, 1)),
    max(f32x4.extract_lane(largest, 2), f32x4.extract_lane(largest, 3)),
  );
}

// @ts-ignore: decorator
@inline
function logisticGradients(round: i32, row: i32): void {
  const offset = <usize>row << 2;
  const p = sigmoid(v128.load(margins + offset));
  const gradient = f32x4.sub(p, v128.load(labels + offset));
  const hessian = f32x4.max(f32x4.mul(p, f32x4.sub(f32x4.splat(1), p)), f32x4.splat(1e-16));
  quantise(round, row, gradient, hessian);
}

// @ts-ignore: decorator
@inline
function squaredErrorGradients(round: i32, row: i32): void {
  const offset = <usize>row << 2;
  const gradient = f32x4.sub(v128.load(margins + offset), v128.load(labels + offset));
  largest = f32x4.max(largest, f32x4.abs(gradient));
  quantise(round, row, gradient, f32x4.splat(1));
}

// @ts-ignore: decorator
@inline
function quantise(round: i32, row: i32, gradient: v128, hessian: v128): void {
  let g = f32x4.mul(gradient, f32x4.splat(<f32>scaleG));
  let h = f32x4.mul(hessian, f32x4.splat(<f32>scaleH));
  if (weighted) {
    const weight = v128.load(weights + (<usize>row << 2));
    g = f32x4.mul(g, weight);
    h = f32x4.mul(h, weight);
  }
  if (sampled) {
    const keep = sample(round, row);
    g = v128.and(g, keep);
    h = v128.and(h, keep);
  }
  const gq = i32x4.trunc_sat_f32x4_s(f32x4.nearest(g));
  const hq = i32x4.trunc_sat_f32x4_s(f32x4.nearest(h));
  const at = gradients + (<usize>row << 3);
  v128.store(at, v128.shuffle<i32>(gq, hq, 0, 4, 1, 5));
  v128.store(at, v128.shuffle<i32>(gq, hq, 2, 6, 3, 7), 16);
}

// All bits set for rows that this round's trees may see.
// @ts-ignore: decorator
@inline
function sample(round: i32, row: i32): v128 {
  const key = seed ^ (round * <i32>0x9e3779b9);
  let hash = i32x4.add(i32x4.splat(row), i32x4(0, 1, 2, 3));
  hash = v128.xor(mix(hash), i32x4.splat(key));
  hash = i32x4.shr_u(mix(hash), 8);
  return f32x4.lt(f32x4.convert_i32x4_s(hash), f32x4.splat(<f32>(subsample * 16777216.0)));
}

// The finaliser of MurmurHash3 (Appleby 2011).
// @ts-ignore: decorator
@inline
function mix(hash: v128): v128 {
  hash = i32x4.add(hash, i32x4.splat(<i32>0x9e3779b9));
  hash = i32x4.mul(v128.xor(hash, i32x4.shr_u(hash, 16)), i32x4.splat(<i32>0x85ebca6b));
  hash = i32x4.mul(v128.xor(hash, i32x4.shr_u(hash, 13)), i32x4.splat(<i32>0xc2b2ae35));
  return v128.xor(hash, i32x4.shr_u(hash, 16));
}

// 1 / (1 + e^-x): e^-x = 2^t * e^r with t whole and |r| <= ln2 / 2, e^r by its series; 1e-6 relative.
// @ts-ignore: decorator
@inline
function sigmoid(x: v128): v128 {
  x = f32x4.pmax(f32x4.pmin(x, f32x4.splat(40)), f32x4.splat(-40));
  const magic = f32x4.splat(12582912);
  const shifted = f32x4.add(f32x4.mul(x, f32x4.splat(-1.44269504)), magic);
  const t = f32x4.sub(shifted, magic);
  const r = f32x4.sub(f32x4.neg(x), f32x4.mul(t, f32x4.splat(0.69314718)));
  let e = f32x4.splat(8.3334519073e-3);
  e = f32x4.add(f32x4.mul(e, r), f32x4.splat(4.1665795894e-2));
  e = f32x4.add(f32x4.mul(e, r), f32x4.splat(1.6666665459e-1));
  e = f32x4.add(f32x4.mul(e, r), f32x4.splat(0.5));
  e = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(e, r), r), r), f32x4.splat(1));
  e = i32x4.add(e, i32x4.shl(shifted, 23));
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), e));
}

// Scales are powers of two, so that quanta convert to real units and back exactly.

// Of the largest gradient, once quantised.
function gradientBits(): i32 {
  return min(GRADIENT_BITS, SUM_BITS - exponentAbove(<f64>rows));
}

// Quanta of a gradient of 1, where no unweighted gradient is above `bound`.
export function gradientScale(bound: f64): f64 {
  return powerOfTwo(gradientBits() - exponentAbove((logistic ? 1 : bound) * maxWeight));
}

// A logistic hessian is at most a quarter.
export function hessianScale(): f64 {
  return powerOfTwo(gradientBits() + (logistic ? 2 : 0) - exponentAbove(maxWeight));
}

// The least e with x <= 2^e.
function exponentAbove(x: f64): i32 {
  const bits = reinterpret<u64>(x);
  const exponent = <i32>((bits >> 52) & 2047) - 1023;
  return bits & 0xfffffffffffff ? exponent + 1 : exponent;
}

function powerOfTwo(exponent: i32): f64 {
  return reinterpret<f64>(<u64>(1023 + min(max(exponent, -100), 100)) << 52);
}
