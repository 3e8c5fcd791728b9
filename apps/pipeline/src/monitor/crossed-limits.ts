import { formatPercent } from '@clv/charts';

import type { MonitorLimits, MonitorReport } from './monitor-report.js';

/** Everything that lies further from the earlier run than it may, beyond what chance explains. */
export function crossedLimits(
  {
    drift,
    calibration,
    segments,
    offers,
  }: Pick<MonitorReport, 'drift' | 'calibration' | 'segments' | 'offers'>,
  limits: MonitorLimits,
): MonitorReport['crossed'] {
  const crossed: MonitorReport['crossed'] = [];
  const check = (limit: keyof MonitorLimits, value: number, message: () => string) => {
    if (value > limits[limit]) crossed.push({ limit, value, allowed: limits[limit], message: message() });
  };
  for (const { column, psi, byChance, isBeyondChance } of [drift.risk, ...drift.columns])
    check(
      'psi',
      isBeyondChance ? psi - byChance : 0,
      () => `${column} has drifted: its stability index is ${psi.toFixed(2)}`,
    );
  if (calibration) {
    const { predicted, observed, difference } = calibration;
    const [low, high] = difference;
    const beyondChance = low > 0 || high < 0;
    check(
      'calibration',
      beyondChance ? Math.abs(observed - predicted) : 0,
      () => `${formatPercent(observed)} have left where ${formatPercent(predicted)} were predicted`,
    );
  }
  if (segments.migration)
    check(
      'migration',
      segments.migration.share,
      () => `${formatPercent(segments.migration!.share)} of the customers have changed their segment`,
    );
  check('offers', offers.shift, () => `${formatPercent(offers.shift)} of the offers are others than before`);
  return crossed;
}
