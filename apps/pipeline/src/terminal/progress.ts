import type { WriteStream } from 'node:tty';

import pc from 'picocolors';

import { type RunObserver, type Stage, stageTitles } from '../engine/stages.js';

/** Stages told on a terminal: a line that fills while a stage works, and stays when it is done. */
export function terminalProgress(stream: WriteStream): RunObserver {
  const rewrite = (line: string) => {
    stream.cursorTo(0);
    stream.clearLine(1);
    stream.write(line);
  };
  return {
    started: (stage) => rewrite(`${pc.dim('…')} ${title(stage)}`),
    progressed: (stage, done, total) => rewrite(`${pc.dim('…')} ${title(stage)} ${bar(done / total)}`),
    finished: (stage, seconds, outcome) =>
      rewrite(`${pc.green('✓')} ${finishedLine(stage, seconds, outcome)}\n`),
  };
}

/** Stages told where there is no terminal: a plain line as each is done. */
export function lineProgress(stream: NodeJS.WritableStream): RunObserver {
  return {
    started() {},
    progressed() {},
    finished: (stage, seconds, outcome) => void stream.write(`${finishedLine(stage, seconds, outcome)}\n`),
  };
}

const title = (stage: Stage) => stageTitles[stage].padEnd(12);

const finishedLine = (stage: Stage, seconds: number, outcome: string) =>
  `${title(stage)} ${seconds.toFixed(2).padStart(6)} s   ${outcome}`;

function bar(share: number): string {
  const width = 24;
  const filled = Math.round(Math.min(Math.max(share, 0), 1) * width);
  return `${'█'.repeat(filled)}${pc.dim('░'.repeat(width - filled))} ${Math.floor(share * 100)}%`;
}
