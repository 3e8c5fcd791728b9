import { lineProgress, terminalProgress } from './progress.js';

/** A terminal that keeps what was written to it, and a clock that is set by hand. */
function terminal() {
  const lines: string[] = [];
  const clock = { time: 0 };
  const stream = {
    cursorTo: () => true,
    clearLine: () => true,
    write: (line: string | Uint8Array) => lines.push(String(line)) > 0,
  };
  return { lines, clock, progress: terminalProgress(stream, () => clock.time) };
}

describe('progress', () => {
  it('on a terminal fills a bar, and tells the pace and the time left once there is enough to tell by', () => {
    const { lines, clock, progress } = terminal();
    progress.started('appraise');
    clock.time = 500;
    progress.progressed('appraise', 100_000, 1_000_000);
    clock.time = 2000;
    progress.progressed('appraise', 250_000, 1_000_000);
    expect(lines.slice(1).map((line) => line.replaceAll(/\u001b\[\d+m/g, ''))).toEqual([
      '… everyone     ██░░░░░░░░░░░░░░░░░░░░░░ 10%',
      '… everyone     ██████░░░░░░░░░░░░░░░░░░ 25%   125,000 rows/s   0:06 left',
    ]);
  });

  it('on a terminal does not write more than the eye reads', () => {
    const { lines, clock, progress } = terminal();
    progress.started('churn');
    for (let done = 1; done <= 1000; done++) {
      clock.time = done;
      progress.progressed('churn', done, 1000);
    }
    expect(lines.length).toBeLessThanOrEqual(22);
    expect(lines.at(-1)).toContain('100%');
  });

  it('elsewhere is one plain line a stage', () => {
    const lines: string[] = [];
    const progress = lineProgress({ write: (line: string | Uint8Array) => lines.push(String(line)) > 0 });
    progress.started('churn');
    progress.progressed('churn', 1, 2);
    progress.finished('churn', 1.5, 'held-out AUC 0.812');
    expect(lines).toEqual(['churn model    1.50 s   held-out AUC 0.812\n']);
  });
});
