/** How a margin (log-odds) of the trees becomes a probability: plain data. */
export type Calibration =
  | { method: 'none' }
  | { method: 'platt'; slope: number; intercept: number }
  | { method: 'beta'; a: number; b: number; c: number };

export type CalibrationMethod = Calibration['method'];
