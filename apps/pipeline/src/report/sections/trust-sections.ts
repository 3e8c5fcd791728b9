import { formatCount, formatMoney, formatPercent } from '@clv/charts';
import type { RunSummary } from '@clv/contracts';
import type { GroupTreatment } from '@clv/prescribe';

import type { EngineRun } from '../../engine/engine-run.js';
import type { RunEvidence } from '../../engine/evidence/run-evidence.js';
import { fewest } from '../../privacy/small-counts.js';
import type { ToldCounts } from '../../privacy/told-counts.js';
import { writeCount } from '../../privacy/write-count.js';
import { inARow } from '../../wording/in-a-row.js';
import { cautionOf } from './caution.js';
import { type Html, html } from '../html.js';
import { table } from '../table.js';

/** How sure the choice of offers is; only where effects were learned. */
export function stabilitySection(run: EngineRun): Html {
  const { choice_stability } = run.summary;
  const caution = cautionOf(run);
  if (choice_stability === undefined) return html``;
  const { all, offered } = choice_stability;
  return html`<section>
    <h2>How sure the choice is</h2>
    <p>
      The learned effects have standard errors. When they are drawn anew from these, as another experiment
      would give them, the same rule chooses the same offer for a customer who gets one
      ${formatPercent(offered)} of the time, and the same, none among them, for any customer
      ${formatPercent(all)} of the time.
      ${caution === 0 ? html`A <code>risk_aversion</code> above 0 in the config` : html`The config's <code>risk_aversion</code> of ${caution}`}
      shuns offers whose effect is not known well.
    </p>
  </section>`;
}

/** What the campaign will be able to show, by those held out of it. */
export function holdoutSection(
  { holdout, currency, intervention_rate }: RunSummary,
  { offered: told }: ToldCounts,
): Html {
  if (intervention_rate === 0) return html``;
  if (holdout === undefined)
    return html`<section>
      <h2>Whether it works will not be seen</h2>
      <p>
        Nobody is held out, so after the campaign nothing tells those whom an offer kept from those who would
        have stayed anyway. Run with <code>--holdout 0.1</code> before sending offers.
      </p>
    </section>`;
  const { share, customers, held_out, expected_effect, detectable_effect, gain_forgone } = holdout;
  const points = (rise: number) => `${(100 * rise).toFixed(1)} points`;
  const power =
    detectable_effect === null
      ? 'So few can show no effect at all.'
      : `So many show a rise in retention of ${points(detectable_effect)} or more, four times in five (two-sided test at 5%); ${points(expected_effect)} are predicted, ${detectable_effect <= expected_effect ? 'so the campaign will be able to tell' : 'which is less: hold out more, or take the result for a hint'}.`;
  return html`<section>
    <h2>How one will see whether it worked</h2>
    <p>
      Of ${writeCount({ customers, told })} customers with an offer
      ${writeCount({ customers: held_out, told })} are held out at random (${formatPercent(share, 0)} of each
      offer in each segment) and get none, which forgoes ${formatMoney(gain_forgone, currency)} of expected
      gain. ${power} After the campaign,
      <code>clv measure</code> compares what is realised with what is predicted.
    </p>
  </section>`;
}

/** Whether groups get offers alike; only where the config names them. */
export function fairnessSection({ fairness }: RunEvidence): Html {
  if (fairness === undefined) return html``;
  const { groups, flagged } = fairness;
  const column = fairness.column.replaceAll('_', ' ');
  const range = ({ low, high }: GroupTreatment['ratio'], digits: number) =>
    `${low.toFixed(digits)} to ${high.toFixed(digits)}`;
  const percents = ({ value, low, high }: GroupTreatment['selectionRate']) =>
    `${formatPercent(value)} (${formatPercent(low)} to ${formatPercent(high)})`;
  return html`<section>
    <h2>Whether groups get offers alike</h2>
    <p>
      ${
        flagged.length > 0
          ? `By ${column}, ${inARow(flagged)} ${flagged.length === 1 ? 'gets' : 'get'} offers at a rate that is outside four fifths of that of all others, and more than chance explains.`
          : `By ${column}, no group gets offers at a rate outside four fifths of that of all others that chance does not explain.`
      }
      ${fairness.hidden === 0 ? '' : `Groups of fewer than ${fewest} are left out, and others that would give their number away.`}
    </p>
    ${table(groups, [
      { head: column, cell: ({ group }) => String(group) },
      { head: 'Customers', numeric: true, cell: ({ customers }) => formatCount(customers) },
      { head: 'Get an offer', numeric: true, cell: ({ selectionRate }) => percents(selectionRate) },
      { head: 'Mean discount', numeric: true, cell: ({ meanDiscount }) => percents(meanDiscount) },
      {
        head: 'Beside all others',
        numeric: true,
        cell: ({ ratio }) =>
          Number.isFinite(ratio.value)
            ? `${ratio.value.toFixed(2)} (${range(ratio, 2)})`
            : 'no others get any',
      },
      ...(flagged.length > 0
        ? [{ head: '', cell: ({ isFlagged }: GroupTreatment) => (isFlagged ? 'unlike' : '') }]
        : []),
    ])}
  </section>`;
}
