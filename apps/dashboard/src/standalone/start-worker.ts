import { ownScriptUrl } from './own-script-url.js';

/** The worker's whole program, which the build puts around the script. */
declare const clvWork: () => void;

const script = document.currentScript as HTMLScriptElement | null;

/**
 * Starts the worker of the standalone script, which is the same file: run where there is no document, it is the worker.
 * A script of another origin, or one that stands inside the page, may not be that, so its source becomes a blob.
 */
export function startWorker(): Worker {
  const own = script?.src ? new URL(script.src) : undefined;
  if (own && own.origin === location.origin && own.protocol.startsWith('http'))
    return new Worker(ownScriptUrl(own.href));
  const blob = URL.createObjectURL(new Blob([`(${clvWork})()`], { type: 'text/javascript' }));
  const worker = new Worker(ownScriptUrl(blob));
  URL.revokeObjectURL(blob);
  return worker;
}
