import { leadNames, ownColumnNames } from './customer-columns.js';
import type { ShownRun } from '../view/shown-run.js';

/** Whom to list, and in which order. */
export interface CustomerQuery {
  /** Everyone whom the filter leaves, or those to call only. */
  everyone: boolean;
  /** Part of an id, in any case; empty finds all. */
  search: string;
  order: { column: string; descending: boolean };
}

/** Those to call, the most valuable first. */
export const priority: CustomerQuery = {
  everyone: false,
  search: '',
  order: { column: 'clv', descending: true },
};

/** How the list of customers is looked at. */
export interface ListView {
  query: CustomerQuery;
  /** Columns that were switched: those of the run are shown unless they are, the caller's own only if they are. */
  switched: readonly string[];
}

/** Those to call, the most valuable first, with the columns of a run. */
export const priorityList: ListView = { query: priority, switched: [] };

/** A list's view in the words of an address: `search=C17`, `scope=everyone`, `order=-clv` for falling, `column=plan`. */
export function writeList({ query, switched }: ListView, words: URLSearchParams): void {
  const { everyone, search, order } = query;
  if (search.trim() !== '') words.set('search', search.trim());
  if (everyone) words.set('scope', 'everyone');
  const by = written(order);
  if (by !== written(priority.order)) words.set('order', by);
  for (const column of switched) words.append('column', column);
}

export function readList(words: URLSearchParams): ListView {
  const by = words.get('order') ?? written(priority.order);
  const descending = by.startsWith('-');
  return {
    query: {
      everyone: words.get('scope') === 'everyone',
      search: words.get('search') ?? '',
      order: { column: descending ? by.slice(1) : by, descending },
    },
    switched: words.getAll('column'),
  };
}

/** The view without what a run does not have: it may come from the address of another. */
export function knownList({ query, switched }: ListView, run: ShownRun): ListView {
  const kept = switched.filter((name) => leadNames.includes(name) || ownColumnNames(run).includes(name));
  const isKnown = [...leadNames, ...kept, run.customers.idColumn].includes(query.order.column);
  return { query: isKnown ? query : { ...query, order: priority.order }, switched: kept };
}

const written = ({ column, descending }: CustomerQuery['order']) => `${descending ? '-' : ''}${column}`;
