import { InvalidOptionError } from '@clv/contracts';
import type { BoosterClass } from 'ml-xgboost';

let loading: Promise<BoosterClass> | undefined;

/**
 * The class of ml-xgboost, loaded once, without its side effects: it leaves an `uncaughtException` listener that dumps
 * its own source, and warns of how it compiled its WebAssembly.
 *
 * @throws InvalidOptionError outside Node, for whose files it asks; bundles for browsers leave it out.
 */
export function loadMlXgboost(): Promise<BoosterClass> {
  if (typeof process === 'undefined' || !process.versions?.node) {
    throw new InvalidOptionError(
      'engine',
      'engine ml-xgboost runs in Node alone; take gbdt, which runs in browsers too',
    );
  }
  return (loading ??= load());
}

const compileNoise = /wasm streaming compile failed|falling back to ArrayBuffer/;

async function load(): Promise<BoosterClass> {
  const before = new Set(process.listeners('uncaughtException'));
  /* eslint-disable no-console -- it warns by the console, once, while it loads */
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    if (!compileNoise.test(String(words[0]))) warn(...words);
  };
  try {
    return await (
      await import('ml-xgboost')
    ).default;
  } finally {
    console.warn = warn;
    /* eslint-enable no-console */
    for (const listener of process.listeners('uncaughtException'))
      if (!before.has(listener)) process.removeListener('uncaughtException', listener);
  }
}
