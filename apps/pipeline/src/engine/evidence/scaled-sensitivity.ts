import type { Sensitivity } from '@clv/prescribe';

/** The sensitivity of a part as that of a whole so many times as large. */
export const scaledSensitivity = <T extends Sensitivity>(found: T, factor: number): T => ({
  ...found,
  gain: found.gain * factor,
  swings: found.swings.map(({ name, low, high, replannedLow, replannedHigh }) => ({
    name,
    low: low * factor,
    high: high * factor,
    replannedLow: replannedLow * factor,
    replannedHigh: replannedHigh * factor,
  })),
});
