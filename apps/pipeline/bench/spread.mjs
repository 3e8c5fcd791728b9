/** The median of numbers, and the least and the greatest. */
export function spread(numbers) {
  const ordered = numbers.toSorted((a, b) => a - b);
  const middle = (ordered.length - 1) / 2;
  return {
    median: (ordered[Math.floor(middle)] + ordered[Math.ceil(middle)]) / 2,
    least: ordered[0],
    greatest: ordered.at(-1),
  };
}
