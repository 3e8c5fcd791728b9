/** Who was there in each month of a customer's life, and who went out of sight in it. Entry m is month m + 1. */
export interface MonthCounts {
  present: Float64Array;
  left: Float64Array;
  /** Still customers when they were last seen. */
  stayed: Float64Array;
}

/** The months that customers were watched in: those after `from`, up to `until`, in which those who left did so. */
export interface WatchedMonths {
  from: Int32Array;
  until: Int32Array;
  left: Uint8Array;
}

/**
 * The months that tenures and labels tell of. Without a window, whoever left did so after `tenure` months, and everyone was
 * watched from the start. With one, everyone was still there after `tenure` months and watched for the window only, in
 * the midst of which those who left are taken to have done so.
 */
export function watchedMonths(
  tenures: Float64Array,
  labels: ArrayLike<number>,
  windowMonths: number | undefined,
): WatchedMonths {
  const customers = tenures.length;
  const left = new Uint8Array(customers);
  const from = new Int32Array(customers);
  const until = new Int32Array(customers);
  for (let i = 0; i < customers; i++) {
    left[i] = labels[i] === 1 ? 1 : 0;
    if (windowMonths === undefined) {
      until[i] = left[i] ? Math.max(1, Math.ceil(tenures[i])) : Math.floor(tenures[i]);
    } else {
      from[i] = Math.floor(tenures[i]);
      until[i] = from[i] + (left[i] ? Math.ceil(windowMonths / 2) : windowMonths);
    }
  }
  return { from, until, left };
}

export function countMonths(watched: WatchedMonths, months: number): MonthCounts {
  const left = new Float64Array(months);
  const stayed = new Float64Array(months);
  for (let i = 0; i < watched.from.length; i++) {
    const until = watched.until[i];
    if (until > watched.from[i]) (watched.left[i] ? left : stayed)[until - 1]++;
  }
  const [present] = presentByGroup(watched, months, new Uint16Array(watched.from.length), 1);
  return { present, left, stayed };
}

/** How many customers of each group were there in each month. */
export function presentByGroup(
  { from, until }: WatchedMonths,
  months: number,
  groupOf: Uint16Array,
  groups: number,
): Float64Array[] {
  const changes = Array.from({ length: groups }, () => new Float64Array(months + 1));
  for (let i = 0; i < from.length; i++) {
    if (until[i] <= from[i]) continue;
    const change = changes[groupOf[i]];
    change[from[i]]++;
    change[until[i]]--;
  }
  for (const change of changes)
    for (let month = 1; month < months; month++) change[month] += change[month - 1];
  return changes.map((present) => present.subarray(0, months));
}
