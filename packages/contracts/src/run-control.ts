/** How a caller watches long work, and stops it. */
export interface RunControl {
  /** Aborting makes the work reject with the signal's reason at its next step. */
  signal?: AbortSignal;
  /** Called as the work goes on, with steps done of steps in all. */
  onProgress?: (done: number, total: number) => void;
}
