// The centre nearest to each of many rows, two rows abreast. All addresses are in bytes, all numbers float64.

// Writes the number of each row's nearest centre, of equals the first, and the distances to it and to the next one. Where
// the number of rows is odd, room for one more is read and written.
export function findNearest(
  points: usize,
  rows: i32,
  dimensions: i32,
  centres: usize,
  k: i32,
  labels: usize,
  near: usize,
  next: usize,
): void {
  const width = <usize>dimensions << 3;
  for (let i = 0; i < rows; i += 2) {
    let closest = f64x2.splat(Infinity), second = closest, label = i64x2.splat(0);
    let centre = centres;
    for (let c = 0; c < k; c++, centre += width) {
      let sum = f64x2.splat(0);
      for (let at: usize = 0; at < width; at += 8) {
        const pair = v128.load64_lane(points + width + at, v128.load64_zero(points + at), 1);
        const gap = f64x2.sub(pair, v128.load64_splat(centre + at));
        sum = f64x2.add(sum, f64x2.mul(gap, gap));
      }
      const isCloser = f64x2.lt(sum, closest);
      second = f64x2.pmin(second, f64x2.pmax(closest, sum));
      closest = v128.bitselect(sum, closest, isCloser);
      label = v128.bitselect(i64x2.splat(c), label, isCloser);
    }
    v128.store(near, f64x2.sqrt(closest));
    v128.store(next, f64x2.sqrt(second));
    store<i32>(labels, <i32>i64x2.extract_lane(label, 0));
    store<i32>(labels, <i32>i64x2.extract_lane(label, 1), 4);
    points += 2 * width;
    near += 16;
    next += 16;
    labels += 8;
  }
}
