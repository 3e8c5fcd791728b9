let last: Promise<unknown> = Promise.resolve();

/** Does heavy work piece by piece, each in a task of its own, so that the page answers in between. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(nextTask).then(work);
  last = done.catch(() => undefined);
  return done;
}

/** A message comes sooner than a timer, which browsers hold back once many follow each other. */
const nextTask = () =>
  new Promise<void>((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      go();
    };
    port2.postMessage(null);
  });
