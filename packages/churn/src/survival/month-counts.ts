import { everyRow } from '../rows/select-rows.js';

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

/** @param some whom to count. */
export function countMonths(
  watched: WatchedMonths,
  months: number,
  some: Uint32Array = everyRow(watched.from.length),
): MonthCounts {
  const change = new Float64Array(months + 1);
  const left = new Float64Array(months);
  const stayed = new Float64Array(months);
  for (let k = 0; k < some.length; k++) {
    const i = some[k];
    const until = watched.until[i];
    if (until <= watched.from[i]) continue;
    change[watched.from[i]]++;
    change[until]--;
    (watched.left[i] ? left : stayed)[until - 1]++;
  }
  const present = change.slice(0, months);
  for (let month = 1; month < months; month++) present[month] += present[month - 1];
  return { present, left, stayed };
}
