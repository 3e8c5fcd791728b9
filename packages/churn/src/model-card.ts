import type { ChurnModel } from './churn-model.js';
import type { ChurnReport } from './evaluate.js';
import { imported } from './import-trees.js';
import { fromJSON } from './model-file/from-json.js';

/**
 * What a model is, how good it is and what to beware of, in Markdown (after Mitchell et al. 2019).
 *
 * @throws ModelFormatError where the model is damaged.
 */
export function modelCard(given: ChurnModel): string {
  const model = fromJSON(given);
  const { report, latest, warnings, fingerprint, encoding } = model;
  return [
    '# Churn model',
    '',
    `Predicts which customers leave. Made by ${model.madeBy} with the engine ${model.engine}; seed ${model.seed}.`,
    '',
    '## What it was fitted on',
    '',
    ...table(
      ['', ''],
      [
        ['customers', count(fingerprint.rows)],
        ['of known outcome', count(fingerprint.known)],
        ['of these churned', `${count(fingerprint.churned)} (${percent(report.churnRate)})`],
        ['columns', String(encoding.columns.length)],
        ['features', String(fingerprint.features)],
        ['SHA-256 of features and labels', `\`${fingerprint.sha256}\``],
      ],
    ),
    '',
    '## How good it is',
    '',
    model.folds > 1
      ? `Held-out figures: every customer was judged by trees and a calibration that did not see that customer (${model.folds} folds).`
      : 'Held-out figures: of the fifth of the customers whom the trees did not see.',
    '',
    ...figures(report),
    '',
    ...(latest ? ['The latest customers, predicted by those before them:', '', ...figures(latest), ''] : []),
    '## Calibration',
    '',
    `Method: ${model.calibration.method}. Customers in tenths, by their probability:`,
    '',
    ...table(
      ['customers', 'predicted', 'happened'],
      report.calibrationCurve.map(({ customers, predicted, observed }) => [
        count(customers),
        percent(predicted),
        percent(observed),
      ]),
    ),
    '',
    '## How it is made',
    '',
    `${model.trees.trees.length} boosted trees. ${growth(model)}.`,
    '',
    `Columns: ${encoding.columns.map(({ column }) => plain(column)).join(', ')}.`,
    ...encoding.leftOut.map(({ column, why }) => `Left out: ${plain(column)} (${why}).`),
    '',
    '## What to beware of',
    '',
    ...warnings.map((warning) => `- ${plain(warning)}`),
    '- It tells who leaves if nothing is done, not whom an offer changes.',
    '- It holds for customers like those it was fitted on; compare later tables by `drift`.',
    '',
  ].join('\n');
}

function growth({ warnings, params }: ChurnModel): string {
  if (warnings.includes(imported)) return 'XGBoost grew them, by parameters that its document does not say';
  return Object.entries(params)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

function figures(report: ChurnReport): string[] {
  const [low, high] = report.aucInterval;
  return table(
    ['measure', 'value'],
    [
      ['customers', count(report.rows)],
      ['ROC-AUC', `${report.auc.toFixed(4)} (95%: ${low.toFixed(4)} to ${high.toFixed(4)})`],
      ['average precision', report.prAuc.toFixed(4)],
      ['log-loss', report.logLoss.toFixed(4)],
      ['Brier score', report.brier.toFixed(4)],
      ['calibration error (ECE)', report.ece.toFixed(4)],
      ['lift of the first tenth', report.deciles[0].lift.toFixed(2)],
    ],
  );
}

function table(header: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)];
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)}%`;
}

/** Names come from a stranger's table: nothing in them may become markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!&]/g, '\\$&').replace(/\s+/g, ' ');
}
