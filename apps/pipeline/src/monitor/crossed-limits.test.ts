import type { MonitorReport } from './monitor-report.js';
import { crossedLimits } from './crossed-limits.js';

const limits = { psi: 0.25, calibration: 0.05, migration: 0.3, offers: 0.2 };
type Found = Parameters<typeof crossedLimits>[0];

/** A run that lies nowhere from the earlier one, but for what is given. */
const found = (given: Partial<Found>): Found => ({
  drift: { risk: drift('p_churn', 0, 0), columns: [] },
  segments: { segments: [], ended: [] },
  offers: { offers: [], shift: 0 },
  ...given,
});

const drift = (
  column: string,
  psi: number,
  byChance: number,
  isBeyondChance = true,
): MonitorReport['drift']['risk'] => ({
  column,
  psi,
  byChance,
  isBeyondChance,
  verdict: 'stable',
  unseen: 0,
});

const calibration = (predicted: number, observed: number, half: number) =>
  ({
    predicted,
    observed,
    difference: [observed - predicted - half, observed - predicted + half],
  }) as unknown as Found['calibration'];

const crossed = (given: Partial<Found>) =>
  crossedLimits(found(given), limits).map(({ limit, value }) => [limit, Number(value.toFixed(9))]);

describe('crossedLimits', () => {
  it('finds nothing where all lies at its limit', () => {
    const segments = { segments: [], ended: [], migration: { customers: 10, share: 0.3, moves: [] } };
    const columns = [drift('price', 0.25, 0)];
    expect(crossed({ drift: { risk: drift('p_churn', 0.25, 0), columns }, segments })).toEqual([]);
    expect(crossed({ offers: { offers: [], shift: 0.2 } })).toEqual([]);
    expect(crossed({})).toEqual([]);
  });

  it('finds the risk and each column whose index lies beyond the limit by more than chance', () => {
    const columns = [drift('price', 0.9, 0.1), drift('calls', 0.4, 0.2), drift('plan', 0.9, 0.4, false)];
    expect(crossed({ drift: { risk: drift('p_churn', 0.36, 0.1), columns } })).toEqual([
      ['psi', 0.26],
      ['psi', 0.8],
    ]);
  });

  it('finds a calibration that is off either way, where chance does not explain it', () => {
    expect(crossed({ calibration: calibration(0.2, 0.3, 0.04) })).toEqual([['calibration', 0.1]]);
    expect(crossed({ calibration: calibration(0.3, 0.2, 0.04) })).toEqual([['calibration', 0.1]]);
    expect(crossed({ calibration: calibration(0.2, 0.3, 0.11) })).toEqual([]);
    expect(crossed({ calibration: calibration(0.2, 0.24, 0.01) })).toEqual([]);
  });

  it('says in words what has moved, and how far it might', () => {
    const segments = { segments: [], ended: [], migration: { customers: 10, share: 0.4, moves: [] } };
    expect(crossedLimits(found({ segments, offers: { offers: [], shift: 0.5 } }), limits)).toEqual([
      {
        limit: 'migration',
        value: 0.4,
        allowed: 0.3,
        message: '40.0% of the customers have changed their segment',
      },
      { limit: 'offers', value: 0.5, allowed: 0.2, message: '50.0% of the offers are others than before' },
    ]);
  });
});
