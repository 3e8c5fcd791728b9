import type { Stage } from './stages.js';

/** What a run has finished, kept so that one that breaks off can go on from there. */
export interface Checkpoints {
  /** What a part of a stage gives: as it was kept, where it was finished before with the same input and config; else made, and kept. */
  keep<T>(stage: Stage, work: () => T | Promise<T>): Promise<T>;
}

/** Keeps nothing. */
export const noCheckpoints: Checkpoints = { keep: async (_, work) => work() };

/** Makes checkpoints for customers who have been read, by the hash of their cells. */
export type CheckpointsFor = (inputHash: string | Promise<string>) => Checkpoints;
