import type { WriteStream } from 'node:tty';

import { errorColors } from './colors.js';

import { type RunObserver, type Stage, stageTitles } from '../engine/stages/stages.js';

/** Stages told on a terminal: a line that fills while a stage works, and stays when it is done. */
export function terminalProgress(
  stream: Pick<WriteStream, 'cursorTo' | 'clearLine' | 'write'>,
  now: () => number = () => performance.now(),
): RunObserver {
  let since = 0;
  let told = 0;
  const rewrite = (line: string) => {
    stream.cursorTo(0);
    stream.clearLine(1);
    stream.write(line);
  };
  return {
    started: (stage) => {
      since = now();
      told = 0;
      rewrite(`${errorColors.dim('…')} ${title(stage)}`);
    },
    progressed: (stage, done, total) => {
      const time = now();
      if (time - told < betweenLines && done < total) return;
      told = time;
      rewrite(
        `${errorColors.dim('…')} ${title(stage)} ${bar(done / total)}${pace(stage, done, total, (time - since) / 1000)}`,
      );
    },
    finished: (stage, seconds, outcome) =>
      rewrite(`${errorColors.green('✓')} ${finishedLine(stage, seconds, outcome)}\n`),
  };
}

/** Stages told where there is no terminal: a plain line as each is done. */
export function lineProgress(stream: Pick<NodeJS.WritableStream, 'write'>): RunObserver {
  return {
    started() {},
    progressed() {},
    finished: (stage, seconds, outcome) => void stream.write(`${finishedLine(stage, seconds, outcome)}\n`),
  };
}

/** No eye reads lines that follow each other within so many milliseconds. */
const betweenLines = 50;

/** The stages whose progress is counted in rows. */
const countsRows: ReadonlySet<Stage> = new Set(['customers', 'appraise']);

const title = (stage: Stage) => stageTitles[stage].padEnd(12);

const finishedLine = (stage: Stage, seconds: number, outcome: string) =>
  `${title(stage)} ${seconds.toFixed(2).padStart(6)} s   ${outcome}`;

function bar(share: number): string {
  const width = 24;
  const within = Math.min(Math.max(share, 0), 1);
  const filled = Math.round(within * width);
  return `${'█'.repeat(filled)}${errorColors.dim('░'.repeat(width - filled))} ${Math.floor(within * 100)}%`;
}

/** How quick a stage is and how long it still takes, once there is enough to tell by. */
function pace(stage: Stage, done: number, total: number, seconds: number): string {
  if (seconds < 1 || done === 0) return '';
  const rate = countsRows.has(stage) ? `   ${Math.round(done / seconds).toLocaleString('en-US')} rows/s` : '';
  const left = Math.max(0, (total - done) * (seconds / done));
  return `${rate}   ${clockTime(left)} left`;
}

/** 75 seconds as `1:15`. */
function clockTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
