import { formatCount, formatPercent } from '@clv/charts';
import type { RunSummary } from '@clv/contracts';

import type { EngineRun } from '../engine/engine-run.js';
import { type Html, html } from './html.js';

/** How good the churn model is, on customers that it did not see. */
export function modelSection(summary: RunSummary): Html {
  const ceiling =
    summary.auc_ceiling === undefined
      ? ''
      : ` The true probabilities, which only synthetic customers have, would score ${summary.auc_ceiling.toFixed(3)}.`;
  return html`<section>
    <h2>How good the model is</h2>
    <p>
      Every probability comes from a model that did not see that customer's outcome. On those held-out
      customers it ranks a leaver above a stayer ${formatPercent(summary.auc)} of the time (AUC).${ceiling}
      Log-loss is ${summary.log_loss.toFixed(4)}, Brier score ${summary.brier.toFixed(4)}, and predicted risks
      miss the observed rates by ${formatPercent(summary.ece)} on average (ECE).
    </p>
  </section>`;
}

/** What was done, with which data. */
export function dataSection({ customers, config, summary }: EngineRun): Html {
  return html`<section>
    <h2>What was done with which data</h2>
    <p>
      ${customers.name}: ${formatCount(customers.rows)} rows were read, ${formatCount(summary.customers)} were
      prescribed for. Of the known outcomes ${formatPercent(summary.churn_rate)} are churn. Margins are
      counted for ${summary.horizon_months} months, discounted at
      ${formatPercent(config.annual_discount_rate)} a year. The chance of leaving is for the next
      ${config.window_months} months. The seed is ${config.seed}; run.json holds the whole config.
    </p>
    ${summary.notices.map((notice) => html`<p class="notice">${notice}</p>`)}
  </section>`;
}

/** How sure the choice of offers is; only where effects were learned. */
export function stabilitySection({ choice_stability }: RunSummary): Html {
  if (choice_stability === undefined) return html``;
  const { all, offered } = choice_stability;
  return html`<section>
    <h2>How sure the choice is</h2>
    <p>
      The learned effects have standard errors. When they are drawn anew from these, the chosen offer stays
      the best for a customer who gets one ${formatPercent(offered)} of the time, and the choice, none among
      them, for any customer ${formatPercent(all)} of the time. A <code>risk_aversion</code> above 0 in the
      config shuns offers whose effect is not known well.
    </p>
  </section>`;
}

/** What the figures rest on. */
export function limitsSection({ effects, prescribed }: EngineRun): Html {
  const { offers } = prescribed.decision;
  return html`<section>
    <h2>Limits</h2>
    <ul>
      <li>${effects ? learned : assumed}</li>
      <li>Values are expectations: a single customer will do better or worse.</li>
      ${offers.length > 1 ? html`<li>A discount is counted for as long as it runs, also for customers who would have stayed without it.</li>` : ''}
    </ul>
  </section>`;
}

const assumed =
  "What an offer changes is assumed from its stated lift and the customer's sensitivity, not learned from an experiment. Try it on a random part of the list first, and compare with those who got nothing.";

const learned =
  'What an offer changes was learned from the experiment in the input; it holds for customers like those of the experiment, and as long as what moved them then moves them now.';
