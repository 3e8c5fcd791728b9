/** How a margin (log-odds) of the trees becomes a probability: plain data. */
export type Calibration =
  | { method: 'none' }
  | { method: 'platt'; slope: number; intercept: number }
  | { method: 'beta'; a: number; b: number; c: number }
  /** A line through these points, which goes on beyond both ends with a slope of 1. */
  | { method: 'isotonic'; margins: number[]; logits: number[] };

/** The ways of calibration: `isotonic`, `platt`, `beta` or none. */
export type CalibrationMethod = Calibration['method'];

/** In the order in which `auto` tries them. */
export const calibrationMethods: readonly CalibrationMethod[] = ['none', 'platt', 'beta', 'isotonic'];
