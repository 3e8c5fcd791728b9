/** Starts the worker that stands beside the built library; the standalone script puts another start in its place. */
export const startWorker = (): Worker =>
  new Worker(new URL('./what-if-worker.js', import.meta.url), { type: 'module' });
