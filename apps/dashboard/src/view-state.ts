import { shapes } from '@clv/contracts';
import { type NamedScenario, type Scenario, readNamed, readScenario } from './run/scenario.js';
import { type Filter, everyone, filterShape } from './view/filter.js';
import { type ListView, priorityList, readList, writeList } from './list/list-view.js';

/** How a run is looked at, as plain data: what `save()` gives and `restore()` takes. */
export interface ViewState {
  filter: Filter;
  /** The id of the customer looked at. */
  customer: string | null;
  /** What is tried out; null or left out for the run's own offers. */
  scenario?: Scenario | null;
  /** What was kept to be compared (default: nothing). */
  kept?: readonly NamedScenario[];
  /** What the list of customers shows, and in which order (default: those to call, the most valuable first). */
  list?: ListView;
}

/** A view of which parts are left out, which are then as at first. */
export type PartOfView = Partial<Omit<ViewState, 'filter'>> & { filter?: Partial<Filter> };

const { exactly, listOf, nullable, object, record, text } = shapes;
const order = record({ column: text, descending: exactly(true, false) });
const query = record({ everyone: exactly(true, false), search: text, order });

export const viewShape = object(
  {},
  {
    filter: filterShape,
    customer: nullable(text),
    scenario: nullable(record({})),
    kept: listOf(record({ name: text, scenario: record({}) })),
    list: record({ query, switched: listOf(text) }),
  },
);

/** A view as the hash of an address: `#segment=VIPs&offer=discount_5&risk=0.5-1&customer=C17&order=-p_churn`; scenarios as JSON. */
export function toHash({ filter, customer, scenario, kept = [], list = priorityList }: ViewState): string {
  const words = new URLSearchParams();
  for (const segment of filter.segments) words.append('segment', segment);
  for (const offer of filter.offers) words.append('offer', offer);
  if (filter.risk) words.set('risk', filter.risk.join('-'));
  if (customer !== null) words.set('customer', customer);
  if (scenario) words.set('scenario', JSON.stringify(scenario));
  if (kept.length > 0) words.set('kept', JSON.stringify(kept));
  writeList(list, words);
  return words.size === 0 ? '' : `#${words}`;
}

/** A view from the hash of an address; what cannot be read is left out, as addresses get cut and retyped. */
export function fromHash(hash: string): ViewState {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    filter: {
      segments: words.getAll('segment'),
      offers: words.getAll('offer'),
      risk: readRange(words.get('risk')),
    },
    customer: words.get('customer'),
    scenario: readScenario(parsed(words.get('scenario'))),
    kept: readNamed(parsed(words.get('kept'))),
    list: readList(words),
  };
}

function parsed(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}

function readRange(text: string | null): Filter['risk'] {
  const [low, high] = (text ?? '').split('-').map(Number.parseFloat);
  return low >= 0 && high <= 1 && low <= high ? [low, high] : everyone.risk;
}
