import { holdsShares } from '../profile/holds-shares.js';
import { featureColumns } from '../schema/feature-columns.js';
import type { Schema } from '../schema/schema.js';
import { readColumn, type TableLike } from '../table-like.js';
import { isJudgedByKind } from './feature-kinds.js';
import { readableColumns } from './readable-columns.js';
import { isReversedLabel } from './reversed-label.js';
import { sharedId } from './shared-id.js';
import { type UnreadCells, unreadCells } from './unread-cells.js';

/** How the cells of a feature or of the label are taken that may have been meant otherwise: it is no fault. */
export interface ColumnNotice {
  column: string;
  rule: UnreadCells['rule'] | 'reversed-label' | 'share-for-money' | 'shared-id';
  message: string;
}

/**
 * What is to be said of features that are text though they look like something else: digits of which some begin with a zero,
 * dates and numbers in a form that is not read, and numbers among which a text stands too often; of a label that is called
 * by those who stayed; of a margin of shares; and, where there is no id, of a feature that is named as one though rows share it.
 *
 * @throws InvalidOptionError for what is no schema.
 */
export function columnNotices(table: TableLike, schema: Schema): ColumnNotice[] {
  const features = featureColumns(table, schema);
  const { id, label, margin, price } = schema.roles;
  const columns = readableColumns(table);
  return columns.flatMap((column): ColumnNotice[] => {
    const cells = readColumn(table, column);
    if (column === label && isReversedLabel(column, cells))
      return [{ column, rule: 'reversed-label', message: `${column}: ${ofStaying}` }];
    if (column === margin && columns.includes(price!) && holdsShares(table, margin, price!, schema.decimal))
      return [{ column, rule: 'share-for-money', message: `${column}: ${ofShares}` }];
    const shared = id === undefined && features.includes(column) ? sharedId(column, cells) : undefined;
    if (shared !== undefined) return [{ column, rule: 'shared-id', message: `${column}: ${shared}` }];
    if (!isJudgedByKind(column, features, schema)) return [];
    const unread = unreadCells(cells, schema.decimal);
    return unread === undefined ? [] : [{ column, rule: unread.rule, message: `${column}: ${unread.says}` }];
  });
}

const ofShares =
  'it looks like shares of the price, but counts as money a month, so customers seem worth little; multiply it by the price, or give margin_rate';
const ofStaying =
  'its name speaks of customers who stayed, but 1 and yes count as left; if they stayed, turn its values round';
