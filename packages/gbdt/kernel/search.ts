// The best split of a node on one feature: running sums over its bins in exact float64, then the gain of each cut, two
// cuts at a time; once with missing values on the right and, where there are any, once with them on the left.
import { BINS, BIN_BYTES, alpha, binCounts, constrained, cuts, hasMissing, lambda, minChildWeight, missingSlot, monotone, scaleG, scaleH, SEARCH_SCRATCH, searchScratch } from './job';
import { BestSplit, Candidate } from './state';
import { candidateScore, scoreAt, weightOf } from './score';
import { thread } from './threads';

const HESSIANS: usize = BINS * 8; // the running hessians lie behind the running gradients
const LEAST_HESSIAN: f64 = 1e-6; // an empty side is no side

// Replaces `best` if a cut of the feature is better.
export function searchFeature(histogram: usize, feature: i32, candidate: Candidate, best: BestSplit): void {
  const bins = load<i32>(binCounts + (<usize>feature << 2));
  const sums = searchScratch + <usize>thread * SEARCH_SCRATCH;
  runningSums(histogram, bins, sums);
  refuseCut(sums, bins);
  const someMissing = <bool>load<u8>(hasMissing + feature);
  const missing = histogram + missingSlot * BIN_BYTES;
  const missingG = someMissing ? gradientSum(missing) : 0;
  const missingH = someMissing ? hessianSum(missing) : 0;
  const parent = candidateScore(candidate);

  // All present values against the missing ones can only be written with a finite threshold.
  const top = load<f32>(cuts + (<usize>feature << 10) + (<usize>(bins - 1) << 2));
  if (top == Infinity) refuseCut(sums, bins - 1);
  scan(sums, bins, feature, 0, 0, 0, parent, candidate, best);
  if (missingH > 0) scan(sums, bins, feature, 1, missingG, missingH, parent, candidate, best);
}

// @ts-ignore: decorator
@inline
function scan(sums: usize, bins: i32, feature: i32, defaultLeft: i32, g: f64, h: f64, parent: f64, candidate: Candidate, best: BestSplit): void {
  if (constrained) scanConstrained(sums, bins, feature, defaultLeft, g, h, parent, candidate, best);
  else scanFree(sums, bins, feature, defaultLeft, g, h, parent, candidate, best);
}

// @ts-ignore: decorator
@inline
function gradientSum(bin: usize): f64 {
  return <f64>load<i64>(bin) / scaleG;
}

// @ts-ignore: decorator
@inline
function hessianSum(bin: usize): f64 {
  return <f64>load<i64>(bin, 8) / scaleH;
}

// A negative hessian is below any least one, so no scan takes the cut.
// @ts-ignore: decorator
@inline
function refuseCut(sums: usize, bin: i32): void {
  store<f64>(sums + (<usize>bin << 3), -1, HESSIANS);
}

export function runningSums(histogram: usize, bins: i32, sums: usize): void {
  const units = f64x2(1 / scaleG, 1 / scaleH);
  let run = i64x2.splat(0);
  for (let bin = 0; bin < bins; bin += 2) {
    const at = histogram + <usize>bin * BIN_BYTES;
    run = i64x2.add(run, v128.load(at));
    const one = f64x2.mul(toFloats(run), units);
    run = i64x2.add(run, v128.load(at, BIN_BYTES));
    const two = f64x2.mul(toFloats(run), units);
    const to = sums + (<usize>bin << 3);
    v128.store(to, v128.shuffle<f64>(one, two, 0, 2));
    v128.store(to, v128.shuffle<f64>(one, two, 1, 3), HESSIANS);
  }
}

// Sums below 2^51: added to 1.5 * 2^52 they are the low bits of a float.
// @ts-ignore: decorator
@inline
function toFloats(sums: v128): v128 {
  const magic = f64x2.splat(6755399441055744);
  return f64x2.sub(i64x2.add(sums, magic), magic);
}

// @ts-ignore: decorator
@inline
function shrunkSquare(g: v128): v128 {
  const shrunk = f64x2.max(f64x2.sub(f64x2.abs(g), f64x2.splat(alpha)), f64x2.splat(0));
  return f64x2.mul(shrunk, shrunk);
}

export function scanFree(sums: usize, bins: i32, feature: i32, defaultLeft: i32, g: f64, h: f64, parent: f64, candidate: Candidate, best: BestSplit): void {
  const least = f64x2.splat(max(minChildWeight, LEAST_HESSIAN)), ridge = f64x2.splat(lambda);
  const extraG = f64x2.splat(g), extraH = f64x2.splat(h);
  const totalG = f64x2.splat(candidate.g), totalH = f64x2.splat(candidate.h);
  const takesTies = i64x2.splat(-<i64>defaultLeft); // as XGBoost, which scans from the top with missing values on the left
  let bestScore = f64x2.splat(-Infinity), bestBin = f64x2.splat(-1);
  let bin = f64x2(0, 1);
  const end = sums + (<usize>bins << 3);
  for (let at = sums; at < end; at += 16) {
    const present = v128.load(at, HESSIANS);
    const leftG = f64x2.add(v128.load(at), extraG), leftH = f64x2.add(present, extraH);
    const rightG = f64x2.sub(totalG, leftG), rightH = f64x2.sub(totalH, leftH);
    const left = f64x2.add(leftH, ridge), right = f64x2.add(rightH, ridge);
    const score = f64x2.div(
      f64x2.add(f64x2.mul(shrunkSquare(leftG), right), f64x2.mul(shrunkSquare(rightG), left)),
      f64x2.mul(left, right),
    );
    const sound = v128.and(
      v128.and(f64x2.ge(leftH, least), f64x2.ge(rightH, least)),
      f64x2.ge(present, f64x2.splat(0)),
    );
    const ties = v128.and(f64x2.eq(score, bestScore), takesTies);
    const better = v128.and(v128.or(f64x2.gt(score, bestScore), ties), sound);
    bestScore = v128.bitselect(score, bestScore, better);
    bestBin = v128.bitselect(bin, bestBin, better);
    bin = f64x2.add(bin, f64x2.splat(2));
  }
  const score0 = f64x2.extract_lane(bestScore, 0), score1 = f64x2.extract_lane(bestScore, 1);
  const bin0 = f64x2.extract_lane(bestBin, 0), bin1 = f64x2.extract_lane(bestBin, 1);
  const second = bin1 >= 0 && (bin0 < 0 || score1 > score0 || (score1 == score0 && bin1 < bin0 == !defaultLeft));
  const found = <i32>(second ? bin1 : bin0);
  if (found < 0) return;
  const gain = (second ? score1 : score0) - parent;
  if (gain <= best.gain) return;
  const at = sums + (<usize>found << 3);
  keep(best, gain, load<f64>(at) + g, load<f64>(at, HESSIANS) + h, found, feature, defaultLeft);
}

export function scanConstrained(sums: usize, bins: i32, feature: i32, defaultLeft: i32, g: f64, h: f64, parent: f64, candidate: Candidate, best: BestSplit): void {
  // Missing values may lie on either side of all others: of the two weights a constraint forbids one order.
  if (defaultLeft) {
    const gain = constrainedScore(feature, g, h, candidate) - parent;
    if (gain > best.gain) keep(best, gain, g, h, -1, feature, defaultLeft);
  }
  for (let bin = 0; bin < bins; bin++) {
    const at = sums + (<usize>bin << 3);
    const present = load<f64>(at, HESSIANS);
    if (present < 0) continue;
    const leftG = load<f64>(at) + g, leftH = present + h;
    const gain = constrainedScore(feature, leftG, leftH, candidate) - parent;
    const ties = defaultLeft && best.feature == feature && best.defaultLeft && gain == best.gain;
    if (gain > best.gain || ties) keep(best, gain, leftG, leftH, bin, feature, defaultLeft);
  }
}

// What both sides of a cut save; -Infinity where one is no side, or their weights go against the feature's constraint.
// @ts-ignore: decorator
@inline
function constrainedScore(feature: i32, leftG: f64, leftH: f64, candidate: Candidate): f64 {
  const least = max(minChildWeight, LEAST_HESSIAN);
  const direction = load<i8>(monotone + feature);
  const lower = <f64>candidate.lower, upper = <f64>candidate.upper;
  const rightG = candidate.g - leftG, rightH = candidate.h - leftH;
  if (leftH < least || rightH < least) return -Infinity;
  const left = weightOf(leftG, leftH, lower, upper), right = weightOf(rightG, rightH, lower, upper);
  if (direction > 0 ? left > right : direction < 0 ? left < right : false) return -Infinity;
  return scoreAt(leftG, leftH, left) + scoreAt(rightG, rightH, right);
}

// @ts-ignore: decorator
@inline
function keep(best: BestSplit, gain: f64, leftG: f64, leftH: f64, bin: i32, feature: i32, defaultLeft: i32): void {
  best.gain = gain;
  best.leftG = leftG;
  best.leftH = leftH;
  best.feature = feature;
  best.bin = bin;
  best.defaultLeft = defaultLeft;
}
