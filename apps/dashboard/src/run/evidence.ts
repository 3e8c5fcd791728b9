import type { ChurnQuality, ComparedPolicy } from '@clv/charts';

/** What a run folder tells beyond its results; what it does not tell is left empty, as older folders have less. */
export interface RunEvidence {
  /** Ours beside what else could be done. */
  policies: readonly ComparedPolicy[];
  churn?: ChurnQuality;
  /** What moves the risk of customers, by their id. */
  reasons: ReadonlyMap<string, readonly string[]>;
}

export const noEvidence: RunEvidence = { policies: [], reasons: new Map() };

/** Reads the documents of a run folder, each undefined where it is not there; what is of another shape is left out. */
export function readEvidence(policies: unknown, churnReport: unknown, reasons: unknown): RunEvidence {
  return {
    policies: listOf(policies).filter(isPolicy),
    churn: isChurnQuality(churnReport) ? churnReport : undefined,
    reasons: new Map(
      listOf(reasons)
        .filter(isExplained)
        .map(({ id, reasons }) => [String(id), reasons]),
    ),
  };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const hasNumbers = (value: unknown, ...names: string[]) =>
  names.every((name) => Number.isFinite((value as Record<string, unknown> | null | undefined)?.[name]));

function isPolicy(value: unknown): value is ComparedPolicy {
  const { policy, gain, spend, customers, isAffordable } = (value ?? {}) as Partial<ComparedPolicy>;
  const estimates = [gain, spend].every((estimate) => hasNumbers(estimate, 'value', 'low', 'high'));
  return (
    typeof policy === 'string' && estimates && Number.isFinite(customers) && typeof isAffordable === 'boolean'
  );
}

function isChurnQuality(value: unknown): value is ChurnQuality {
  const curve = listOf((value as Partial<ChurnQuality> | undefined)?.calibrationCurve);
  return (
    hasNumbers(value, 'auc', 'ece') &&
    curve.length > 0 &&
    curve.every((point) => hasNumbers(point, 'customers', 'predicted', 'observed'))
  );
}

interface Explained {
  id: unknown;
  reasons: string[];
}

function isExplained(value: unknown): value is Explained {
  const { reasons } = (value ?? {}) as Partial<Explained>;
  return Array.isArray(reasons) && reasons.every((reason) => typeof reason === 'string');
}
