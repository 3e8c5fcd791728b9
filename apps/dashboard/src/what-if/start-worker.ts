/** Starts the worker file next to the built library; the standalone script replaces this with its own start. */
export const startWorker = (): Worker =>
  new Worker(new URL('./what-if-worker.js', import.meta.url), { type: 'module' });
