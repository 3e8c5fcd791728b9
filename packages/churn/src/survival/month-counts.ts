/** Who was there in each month of a customer's life, and who went out of sight in it. Entry m is month m + 1. */
export interface MonthCounts {
  present: Float64Array;
  left: Float64Array;
  /** Still customers when they were last seen. */
  stayed: Float64Array;
}

/** The months that a customer was watched in: those after `from`, up to `until`, in which those who left did so. */
export interface WatchedMonths {
  from: number;
  until: number;
  left: boolean;
}

/**
 * The months that tenure and label tell of. Without a window, whoever left did so after `tenure` months, and everyone was
 * watched from the start. With one, everyone was still there after `tenure` months and watched for the window only, in
 * the midst of which those who left are taken to have done so.
 */
export function watchedMonths(
  tenure: number,
  left: boolean,
  windowMonths: number | undefined,
): WatchedMonths {
  if (windowMonths === undefined)
    return { from: 0, until: left ? Math.max(1, Math.ceil(tenure)) : Math.floor(tenure), left };
  const from = Math.floor(tenure);
  return { from, until: from + (left ? Math.ceil(windowMonths / 2) : windowMonths), left };
}

export function countMonths(watched: readonly WatchedMonths[], months: number): MonthCounts {
  const change = new Float64Array(months + 1);
  const left = new Float64Array(months);
  const stayed = new Float64Array(months);
  for (const customer of watched) {
    if (customer.until <= customer.from) continue;
    change[customer.from]++;
    change[customer.until]--;
    (customer.left ? left : stayed)[customer.until - 1]++;
  }
  let here = 0;
  const present = Float64Array.from(left, (_, month) => (here += change[month]));
  return { present, left, stayed };
}
