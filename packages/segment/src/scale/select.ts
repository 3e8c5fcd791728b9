/**
 * The value that would stand at `place` if the values were sorted; reorders them so that none before it is greater and
 * none after it is less (Floyd and Rivest 1975, algorithm 489). Takes time in proportion to the values.
 */
export function select(values: Float64Array, place: number, left = 0, right = values.length - 1): number {
  while (right > left) {
    if (right - left > 600) narrow(values, place, left, right);
    const pivot = values[place];
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const swapped = values[i];
      values[i++] = values[j];
      values[j--] = swapped;
    }
    if (j < place) left = i;
    if (place < i) right = j;
  }
  return values[place];
}

/** Selects within a sample around `place` first, so that the value there makes a good pivot. */
function narrow(values: Float64Array, place: number, left: number, right: number): void {
  const count = right - left + 1;
  const below = place - left + 1;
  const z = Math.log(count);
  const sample = 0.5 * Math.exp((2 * z) / 3);
  const side = below < count / 2 ? -1 : 1;
  const deviation = 0.5 * Math.sqrt((z * sample * (count - sample)) / count) * side;
  const from = Math.max(left, Math.floor(place - (below * sample) / count + deviation));
  const to = Math.min(right, Math.floor(place + ((count - below) * sample) / count + deviation));
  select(values, place, from, to);
}
