import { formatCount, formatPercent } from '@clv/charts';
import type { PolicyValue } from '@clv/prescribe';

const estimators = {
  ips: 'inverse propensity',
  snips: 'self-normalised',
  dm: 'direct method',
  dr: 'doubly robust',
} as const;

/** What a policy would have earned, as a person reads it on a terminal. */
export function evaluationText(result: PolicyValue): string {
  const lines = Object.entries(estimators).flatMap(([key, name]) => {
    const estimate = result[key as keyof typeof estimators];
    if (estimate === undefined) return [];
    const { value, low, high } = estimate;
    return [
      `  ${name.padEnd(20)} ${formatPercent(value, 2)}   (95%: ${formatPercent(low, 2)} to ${formatPercent(high, 2)})`,
    ];
  });
  return [
    'The mean outcome per customer, had the policy been in force:',
    ...lines,
    `${formatCount(result.matched)} customers got what the policy would give; they count as ${formatCount(result.effectiveSampleSize)}.`,
    ...result.warnings.map((warning) => `note: ${warning}`),
  ].join('\n');
}
