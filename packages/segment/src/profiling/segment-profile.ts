import type { LevelProfile } from './levels.js';
import type { MeasureProfile } from './measure.js';
import type { TraitEffect } from './trait-effects.js';

/** What is known of the customers of one segment. */
export interface SegmentProfile {
  segment: number;
  name: string;
  /** How many customers are in it. */
  size: number;
  /** Its share of all customers, in [0, 1]. */
  share: number;
  measures: MeasureProfile[];
  /** By column, the most over-represented level first. */
  levels: LevelProfile[];
  /** How far each measure and level stands out, in standard deviations of everyone's; 0.2 is small, 0.8 large. */
  effects: TraitEffect[];
  /** What sets the segment apart, in sentences. */
  summary: string;
}
