import { formatCount, formatMoney, formatPercent, offersShown } from '@clv/charts';
import type { RunSummary } from '@clv/contracts';

import { counted } from '../../wording/counted.js';
import type { EngineRun } from '../../engine/engine-run.js';
import { priorityOutreach } from '../../engine/evidence/outreach.js';
import { type PrescribedCustomers, ofChosen } from '../../engine/policy/prescribed-customers.js';
import { countBySegment } from '../../privacy/count-by-segment.js';
import { type ToldTable, toldOfCustomers } from '../../privacy/told-counts.js';
import { type ToldGroup, cellOf, meanCellOf, writeCount } from '../../privacy/write-count.js';
import { cautionOf } from './caution.js';
import { outreachTable } from './finding-sections.js';
import { hiddenNote } from './hidden-note.js';
import { type Html, html } from '../html.js';
import { table } from '../table.js';

/** How many of those to call are named. */
const called = 12;

/** Who gets what, and why. */
export function assignmentSection(run: EngineRun): Html {
  const { prescribed, summary, fitted } = run;
  const told = toldOfCustomers(prescribed);
  return html`<section>
    <h2>Who gets what, and why</h2>
    <p>${ruleText(run)}</p>
    ${
      fitted === undefined
        ? ''
        : html`<p class="muted">
            These tables are of the ${formatCount(prescribed.rows)} customers of the sample; the key figures
            above are of all.
          </p>`
    }
    ${offersTable(prescribed, summary, told)} ${untoldText(summary)}
    <h3>By segment</h3>
    ${bySegmentTable(prescribed, summary, told)} ${hiddenNote([...told.offers, ...told.bySegment.flat()])}
    <h3>Whom to call first</h3>
    <p>
      More likely to leave than to stay, still
      customers${prescribed.campaign === undefined ? '' : ', not held out of the campaign'}, and worth the
      most.
    </p>
    ${outreachTable(priorityOutreach(run, called), summary)}
  </section>`;
}

function untoldText({ offers }: RunSummary): Html {
  const untold = offers.length - offersShown(offers).length;
  return untold === 0
    ? html``
    : html`<p class="muted">${counted(untold, 'more offer')} that nobody gets.</p>`;
}

/** The rule by which offers are chosen, with its price. */
function ruleText(run: EngineRun): string {
  const {
    prescribed: { policy },
    config: { budget },
    summary: { currency },
  } = run;
  const money = (value: number) => formatMoney(value, currency);
  const caution = cautionOf(run);
  const rule = `A customer gets the offer that is expected to gain most over doing nothing, once its cost is taken off: also the discount of those who would have stayed anyway.${caution === 0 ? '' : ` As the config's risk_aversion asks, each gain is first lowered by ${caution} standard ${caution === 1 ? 'error' : 'errors'} of its effect.`}`;
  const pays = caution === 0 ? 'pays' : 'still pays';
  if (budget === null || policy.shadowPrice === 0)
    return `${rule} ${budget === null ? `No budget was set, so every offer that ${pays} is made.` : `The budget of ${money(budget)} pays for every offer that ${pays}.`}`;
  const soLowered = caution === 0 ? '' : ', so lowered';
  const priced = `${rule} The budget of ${money(budget)} goes to where a unit of it gains most${soLowered}; ${money(1)} more would gain about ${money(policy.shadowPrice)}.`;
  if (run.fitted !== undefined) return priced;
  return `${priced} No way of spending it gains more than ${money(policy.bound)}${soLowered}, and ours is within ${money(policy.bound - policy.objective)} of that.`;
}

interface OfferGroup extends ToldGroup {
  label: string;
  risk: number;
  value: number;
  cost: number;
  gain: number;
}

const idsShown = ({ offers }: RunSummary) => new Set(offersShown(offers).map(({ offer }) => offer));

function offersTable(customers: PrescribedCustomers, summary: RunSummary, told: ToldTable): Html {
  const { decision, pChurn, clv } = customers;
  const { offers, choice, values } = decision;
  const money = (value: number) => formatMoney(value, summary.currency);
  const groups = offers.map(({ label }, o): OfferGroup => ({
    label,
    customers: 0,
    told: told.offers[o],
    risk: 0,
    value: 0,
    cost: 0,
    gain: 0,
  }));
  choice.forEach((offer, i) => {
    const group = groups[offer];
    group.customers++;
    group.risk += pChurn[i];
    group.value += clv[i];
    group.cost += ofChosen(customers, values.cost, i);
    group.gain += ofChosen(customers, values.gain, i);
  });
  const each = (total: number, { customers: count }: OfferGroup) => total / Math.max(1, count);
  const shown = idsShown(summary);
  const groupsShown = groups.filter((_, o) => shown.has(offers[o].id));
  return table(groupsShown, [
    { head: 'Offer', cell: ({ label }) => label },
    { head: 'Customers', numeric: true, cell: writeCount },
    {
      head: 'Churn risk',
      numeric: true,
      cell: meanCellOf((group) => formatPercent(each(group.risk, group))),
    },
    { head: 'Value each', numeric: true, cell: meanCellOf((group) => money(each(group.value, group))) },
    { head: 'Cost', numeric: true, cell: cellOf(({ cost }) => money(cost)) },
    { head: 'Expected gain', numeric: true, cell: cellOf(({ gain }) => money(gain)) },
  ]);
}

function bySegmentTable(customers: PrescribedCustomers, summary: RunSummary, told: ToldTable): Html {
  const { offers } = customers.decision;
  const { segmentNames } = customers;
  const counts = countBySegment(customers);
  const ids = idsShown(summary);
  const cell = (s: number, o: number) => writeCount({ customers: counts[s][o], told: told.bySegment[s][o] });
  const shown = offers.flatMap(({ id, label }, place) => (ids.has(id) ? [{ label, place }] : []));
  const bySegment = segmentNames.map((name, s) => ({
    name,
    cells: shown.map(({ place }) => cell(s, place)),
  }));
  const byOffer = shown.map(({ label, place }) => ({
    name: label,
    cells: segmentNames.map((_, s) => cell(s, place)),
  }));
  // The longer of the two goes down the page, as no sheet is wide enough for a dozen offers.
  return shown.length > segmentNames.length
    ? crossTable('Offer', byOffer, segmentNames)
    : crossTable(
        'Segment',
        bySegment,
        shown.map(({ label }) => label),
      );
}

const crossTable = (
  head: string,
  rows: { name: string; cells: string[] }[],
  heads: readonly string[],
): Html =>
  table(rows, [
    { head, cell: ({ name }) => name },
    ...heads.map((each, place) => ({
      head: each,
      numeric: true,
      cell: ({ cells }: { cells: string[] }) => cells[place],
    })),
  ]);
