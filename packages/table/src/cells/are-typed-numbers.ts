/** Whether cells are a typed array of numbers, which can hold nothing else; 64-bit integers are none, they are bigints. */
export function areTypedNumbers(cells: ArrayLike<unknown>): cells is ArrayLike<number> {
  if (!ArrayBuffer.isView(cells)) return false;
  return !(cells instanceof BigInt64Array || cells instanceof BigUint64Array);
}
