/** How the columns of one file are not those of the first, whatever their order: `lacks id, and has calls`; undefined where they are. */
export function otherColumns(its: readonly string[], first: readonly string[]): string | undefined {
  const differences = [lacking(first, its, 'lacks'), lacking(its, first, 'has')].filter(
    (told) => told !== '',
  );
  return differences.length === 0 ? undefined : differences.join(', and ');
}

function lacking(columns: readonly string[], others: readonly string[], verb: string): string {
  const there = new Set(others);
  const missing = columns.filter((column) => !there.has(column));
  return missing.length === 0 ? '' : `${verb} ${missing.join(', ')}`;
}
