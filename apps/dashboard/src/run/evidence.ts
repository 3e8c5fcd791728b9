import type { ChurnQuality, ComparedPolicy, JudgedUplift, RiskExplanation } from '@clv/charts';

/** What a run folder tells beyond its results; what it does not tell is left empty, as older folders have less. */
export interface RunEvidence {
  /** Our policy compared with the alternatives. */
  policies: readonly ComparedPolicy[];
  churn?: ChurnQuality;
  /** Whether learned effects hold on customers who were not learned from; only where the input had an experiment. */
  uplift?: JudgedEffects;
  /** What moves the risk of customers, by their id. */
  reasons: ReadonlyMap<string, CustomerReasons>;
  /** The files that should tell it but are missing, damaged or of another shape. */
  unread?: readonly string[];
}

/** What `uplift.json` says. */
export interface JudgedEffects {
  offers: readonly JudgedUplift[];
  /** What speaks against the comparison, in sentences. */
  concerns: readonly string[];
}

/** Why one customer is likely to leave. */
export interface CustomerReasons {
  /** The strongest that raise the risk, in words. */
  reasons: readonly string[];
  /** The whole of it, step by step; older runs do not tell. */
  explanation?: RiskExplanation;
}

export const noEvidence: RunEvidence = { policies: [], reasons: new Map() };

/** The documents that tell it, by their names in a run folder. */
export const evidenceFiles = ['policies.json', 'churn_report.json', 'uplift.json', 'reasons.json'] as const;

/** Reads the documents of a run folder that it should have; what is not there, or of another shape, is told by its name. */
export function readEvidence(
  documents: Readonly<Partial<Record<(typeof evidenceFiles)[number], unknown>>>,
): RunEvidence {
  const policies = listOf(documents['policies.json']).filter(isPolicy);
  const report = documents['churn_report.json'];
  const churn = isChurnQuality(report) ? report : undefined;
  const uplift = readUplift(documents['uplift.json']);
  const told = {
    'policies.json': policies.length > 0,
    'churn_report.json': churn,
    'uplift.json': uplift,
    'reasons.json': Array.isArray(documents['reasons.json']),
  };
  return {
    policies,
    churn,
    uplift,
    reasons: new Map(
      listOf(documents['reasons.json'])
        .filter(isExplained)
        .map(({ id, reasons, explanation }) => [
          String(id),
          { reasons, explanation: isExplanation(explanation) ? explanation : undefined },
        ]),
    ),
    unread: evidenceFiles.filter((name) => name in documents && !told[name]),
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

function readUplift(value: unknown): JudgedEffects | undefined {
  const { offers, concerns } = (value ?? {}) as Partial<Record<keyof JudgedEffects, unknown>>;
  const judged = listOf(offers).filter(isJudged);
  if (judged.length === 0) return undefined;
  return { offers: judged, concerns: listOf(concerns).filter((concern) => typeof concern === 'string') };
}

function isJudged(value: unknown): value is JudgedUplift {
  const { offer, label, curve, qini, averageEffect } = (value ?? {}) as Partial<JudgedUplift>;
  return (
    typeof offer === 'string' &&
    typeof label === 'string' &&
    hasNumbers(value, 'customers') &&
    [qini, averageEffect].every((estimate) => hasNumbers(estimate, 'value', 'low', 'high')) &&
    listOf(curve).length > 0 &&
    listOf(curve).every(
      (point) =>
        hasNumbers(point, 'share', 'gain') && (!('low' in Object(point)) || hasNumbers(point, 'low', 'high')),
    )
  );
}

interface Explained {
  id: unknown;
  reasons: string[];
  explanation?: unknown;
}

function isExplanation(value: unknown): value is RiskExplanation {
  return (
    hasNumbers(value, 'base', 'probability', 'rest') &&
    listOf((value as RiskExplanation).reasons).every(
      (reason) => hasNumbers(reason, 'points') && typeof (reason as { value?: unknown }).value === 'string',
    )
  );
}

function isExplained(value: unknown): value is Explained {
  const { reasons } = (value ?? {}) as Partial<Explained>;
  return Array.isArray(reasons) && reasons.every((reason) => typeof reason === 'string');
}
