import { formatCount, formatMoney, formatPercent, offersShown } from '@clv/charts';
import type { CheckedOffer } from '@clv/prescribe';
import type { ExperimentCounts } from '@clv/uplift';

import { asSentence } from '../../wording/as-sentence.js';
import { counted } from '../../wording/counted.js';
import type { EngineRun } from '../../engine/engine-run.js';
import { type Html, html } from '../html.js';
import { table } from '../table.js';

/** What was done, with which data. */
export function dataSection(run: EngineRun): Html {
  const { customers, config, summary, churn, effects, evidence } = run;
  const toldOfEffects = evidence.effects?.concerns.map(asSentence) ?? [];
  const notices = summary.notices.filter((notice) => !toldOfEffects.includes(notice));
  const columns = churn.encoding.columns.map(({ column }) => column.replaceAll('_', ' '));
  const ofExperiment = customers.schema.roles.offer !== undefined;
  return html`<section>
    <h2>What was done with which data</h2>
    <p>
      ${customers.name}: ${counted(customers.rows, 'row')} read, ${formatCount(summary.customers)} prescribed
      for. Of the known outcomes${ofExperiment ? ' without an offer' : ''}
      ${formatPercent(summary.churn_rate)} are churn. Who leaves was learned from
      ${counted(columns.length, 'column')} (${columns.join(', ')}), every customer's probability by a model
      that was fitted on the other ${config.churn.folds - 1} of ${config.churn.folds} parts of
      ${ofExperiment ? 'those without an offer' : 'the customers'}. Margins are counted for
      ${counted(summary.horizon_months, 'month')}, discounted at ${formatPercent(config.annual_discount_rate)}
      a year. The chance of leaving is for the
      ${config.window_months === 1 ? 'next month' : `next ${config.window_months} months`}. The seed is
      ${config.seed}; run.json holds the whole config.
    </p>
    ${unknownOutcomesTable(customers.experiment)}
    ${offerTermsTable(offersNamed(run), effects?.model.offers ?? [], summary.currency)}
    ${notices.map((notice) => html`<p class="notice">${notice}</p>`)}
  </section>`;
}

/** Of how many of the experiment it is not known what came of them; only where there are such. */
function unknownOutcomesTable(experiment: ExperimentCounts | undefined): Html {
  const arms = experiment?.arms ?? [];
  if (arms.every(({ customers, known }) => customers === known)) return html``;
  return table(arms, [
    { head: 'Got', cell: ({ offer }) => offer },
    { head: 'In the experiment', numeric: true, cell: ({ customers }) => formatCount(customers) },
    { head: 'Outcome known', numeric: true, cell: ({ known }) => formatCount(known) },
    {
      head: 'Not known',
      numeric: true,
      cell: ({ customers, known }) => formatPercent(1 - known / customers),
    },
  ]);
}

/** Those that other tables tell of; run.json has the terms of all. */
function offersNamed({ prescribed, summary }: EngineRun): readonly CheckedOffer[] {
  const told = new Set(offersShown(summary.offers).map(({ offer }) => offer));
  return prescribed.policy.offers.filter(({ id }) => told.has(id));
}

/** What was to be offered, at which terms. */
function offerTermsTable(
  offers: readonly CheckedOffer[],
  learnedOf: readonly string[],
  currency: string,
): Html {
  const made = offers.filter(({ id }) => id !== 'none');
  return table(made, [
    { head: 'Offer', cell: ({ label }) => label },
    { head: 'Off the price', numeric: true, cell: ({ discount }) => formatPercent(discount, 0) },
    { head: 'Months', numeric: true, cell: ({ discount, months }) => (discount > 0 ? String(months) : '–') },
    { head: 'Contact costs', numeric: true, cell: ({ cost }) => formatMoney(cost, currency) },
    { head: 'Redeemed by', numeric: true, cell: ({ redemption }) => formatPercent(redemption, 0) },
    {
      head: 'Keeps of would-be leavers',
      numeric: true,
      cell: ({ id, lift }) => (learnedOf.includes(id) ? 'learned' : `${formatPercent(lift, 0)}, assumed`),
    },
  ]);
}

/** What the figures rest on. */
export function limitsSection(run: EngineRun): Html {
  const { offers } = run.prescribed.decision;
  return html`<section>
    <h2>Limits</h2>
    <ul>
      <li>${whatEffectsRestOn(run)}</li>
      <li>
        The customers to come are taken to be like those that were learned from;
        <code>clv monitor</code> tells when they no longer are.
      </li>
      <li>
        Intervals tell how far figures vary with the customers who happen to be here, not whether what is
        assumed is true: for that see what the gain depends on.
      </li>
      <li>Values are expectations: a single customer will do better or worse.</li>
      ${offers.length > 1 ? html`<li>A discount is counted for as long as it runs, also for customers who would have stayed without it.</li>` : ''}
    </ul>
  </section>`;
}

function whatEffectsRestOn({ customers, effects, prescribed }: EngineRun): string {
  const lift =
    customers.schema.roles.sensitivity === undefined
      ? "its stated lift, the same share of everyone's risk"
      : "its stated lift and the customer's sensitivity";
  if (effects === undefined)
    return `What an offer changes is assumed from ${lift}, not learned from an experiment. Try it on a random part of the list first, and compare with those who got nothing.`;
  const untried = prescribed.decision.offers.some(
    ({ id }) => id !== 'none' && !effects.model.offers.includes(id),
  );
  return `What an offer changes was learned from the experiment in the input; it holds for customers like those of the experiment, and as long as what moved them then moves them now.${untried ? ` Of an offer that was not tried there it is assumed from ${lift}.` : ''}`;
}
