/** The stages of a run, in order, with the text shown as progress. */
export const stageTitles = {
  customers: 'customers',
  check: 'check',
  churn: 'churn model',
  segment: 'segments',
  value: 'value',
  prescribe: 'offers',
  evidence: 'evidence',
  appraise: 'everyone',
  write: 'run folder',
  deliver: 'delivery',
} as const;

/** The stages of a run, in their order. */
export type Stage = keyof typeof stageTitles;

/** Who watches a run: a terminal, a log, a test. */
export interface RunObserver {
  started(stage: Stage): void;
  progressed(stage: Stage, done: number, total: number): void;
  /** `outcome` says in a few words what the stage found. */
  finished(stage: Stage, seconds: number, outcome: string): void;
}

export const silentObserver: RunObserver = { started() {}, progressed() {}, finished() {} };

/** Runs stages under an observer's eyes and keeps how long each took. */
export class StageClock {
  readonly seconds: Partial<Record<Stage, number>> = {};

  constructor(private readonly observer: RunObserver) {}

  async run<T>(
    stage: Stage,
    work: (onProgress: (done: number, total: number) => void) => T | Promise<T>,
    outcome: (result: T) => string,
  ): Promise<T> {
    this.observer.started(stage);
    const start = performance.now();
    const result = await work((done, total) => this.observer.progressed(stage, done, total));
    const seconds = (performance.now() - start) / 1000;
    this.seconds[stage] = seconds;
    this.observer.finished(stage, seconds, outcome(result));
    return result;
  }
}
