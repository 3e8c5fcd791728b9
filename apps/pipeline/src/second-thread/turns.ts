/** Parts of a work that threads take one after the other, so that each does as many as it has time for. */
export interface Turns {
  parts: number;
  /** How many are taken, in memory that all of them share. */
  taken: Int32Array;
}

export const sharedTurns = (parts: number): Turns => ({
  parts,
  taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
});

/**
 * Does parts, counted from 0, until all are taken.
 *
 * @returns how many were done here.
 */
export function takeTurns({ parts, taken }: Turns, work: (part: number) => void): number {
  const next = () => Atomics.add(taken, 0, 1);
  let done = 0;
  for (let part = next(); part < parts; part = next(), done++) work(part);
  return done;
}
