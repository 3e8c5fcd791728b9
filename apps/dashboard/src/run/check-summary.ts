import type { RunSummary } from '@clv/contracts';
import { RunDataError } from '../table/data-error.js';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Trusts a document as a run's summary only when what the page shows of it is there. */
export function checkSummary(value: unknown): RunSummary {
  if (!isObject(value) || value.format !== 'clv-summary')
    throw new RunDataError("summary.json is not a run's summary: run `clv run` again");
  if (value.version !== 1)
    throw new RunDataError(
      `summary.json has version ${String(value.version)}, this dashboard reads 1: update it`,
    );
  const numbers = [
    'customers',
    'total_potential_value',
    'baseline_retention_value',
    'optimized_retention_value',
    'net_gain',
  ];
  const missing = [
    ...numbers.filter((field) => typeof value[field] !== 'number'),
    ...['segments', 'offers', 'notices'].filter((field) => !Array.isArray(value[field])),
    ...(isObject(value.columns) && typeof value.columns.id === 'string' ? [] : ['columns.id']),
  ];
  if (missing.length > 0)
    throw new RunDataError(`summary.json lacks ${missing.join(', ')}: run \`clv run\` again`);
  return value as unknown as RunSummary;
}
