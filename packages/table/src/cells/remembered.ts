/** The same function, which finds out once for all cells that are alike: of a column of few values. */
export function remembered<T>(find: (cell: unknown) => T): (cell: unknown) => T {
  const found = new Map<unknown, { of: T }>();
  return (cell) => {
    let known = found.get(cell);
    if (known === undefined) found.set(cell, (known = { of: find(cell) }));
    return known.of;
  };
}
