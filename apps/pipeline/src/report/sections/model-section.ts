import { calibration, formatCount, formatMultiple, formatPercent, upliftCurve } from '@clv/charts';

import { asSentence } from '../../wording/as-sentence.js';
import type { EngineRun } from '../../engine/engine-run.js';
import { chartFigure } from '../charts/chart-figure.js';
import { type Html, html } from '../html.js';

/** How good the models are, on customers that they did not see. */
export async function modelSection({ customers, churn, summary, evidence }: EngineRun): Promise<Html> {
  const { report } = churn;
  const judged = customers.schema.roles.offer === undefined ? 'customers' : 'customers without an offer';
  const ceiling =
    summary.auc_ceiling === undefined
      ? ''
      : ` The true probabilities, which only synthetic customers have, would score ${summary.auc_ceiling.toFixed(3)}.`;
  const [low, high] = report.aucInterval;
  const [top] = report.deciles;
  return html`<section>
    <h2>How good the models are</h2>
    <p>
      Every probability comes from a model that did not see that customer's outcome, and is judged by it: on
      ${formatCount(report.rows)} ${judged} whose outcome is known it ranks a leaver above a stayer
      ${formatPercent(report.auc)} of the time (AUC; ${formatPercent(low)} to ${formatPercent(high)} at
      95%).${ceiling} The tenth with the highest risk holds ${formatPercent(top.gain, 0)} of those who left,
      ${formatMultiple(top.lift)} as many as a random tenth would. Log-loss is ${report.logLoss.toFixed(4)},
      Brier score ${report.brier.toFixed(4)}, and probabilities miss the observed rates by
      ${(100 * report.ece).toFixed(1)} points on average (ECE).
    </p>
    <div class="charts">${await chartFigure(calibration(report))}</div>
    ${await effectsPart(evidence)}
  </section>`;
}

/** Whether what offers change was told right; only where it was learned. */
async function effectsPart({ effects }: EngineRun['evidence']): Promise<Html> {
  if (effects === undefined || effects.offers.length === 0) return html``;
  return html`<h3>What offers change</h3>
    <p>
      Each customer's effect comes from models that had not seen what became of that customer, and is judged
      by it.
    </p>
    ${
      effects.concerns.length === 0
        ? ''
        : html`<p>What speaks against the comparison:</p>
            <ul>
              ${effects.concerns.map((concern) => html`<li>${asSentence(concern)}</li>`)}
            </ul>`
    }
    <div class="charts">${await chartFigure(upliftCurve(effects.offers))}</div>`;
}
