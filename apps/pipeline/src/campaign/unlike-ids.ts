/** How ids look that do not meet those of a run, with an example of either; nothing where there are none. */
export function unlikeIds(its: Iterable<string>, ours: readonly string[]): string {
  const [first] = its;
  return first === undefined || ours.length === 0
    ? ''
    : ` (it names ${JSON.stringify(first)}, the run ${JSON.stringify(ours[0])})`;
}
