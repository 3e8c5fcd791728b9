import { everyRow } from '../../block/every-row.js';
import { tableFormat } from '../../output/tables/table-format.js';
import { campaignColumns, campaignName } from '../../run-folder/campaign-table.js';
import type { DecidedSource } from './decide-blocks.js';
import { kept, writeBesideSource } from './write-beside-source.js';

/**
 * Writes those whom the policy gives an offer, as `campaignTable` does of customers in memory.
 *
 * @param file a path that the source's connection may touch.
 */
export async function writeCampaign(
  { source, spool, scorer, decide }: DecidedSource,
  file: string,
): Promise<void> {
  const { id } = scorer.schema.roles;
  const column = source.columns.find(({ name }) => name === id);
  const carried =
    column === undefined
      ? []
      : [
          {
            name: 'customer',
            sql: `trim(CAST(input.${column.sql} AS VARCHAR))`,
            kind: 'text' as const,
          },
        ];

  function* blocks() {
    for (const block of spool.read()) {
      const { first, rows, values } = block;
      const { campaign, ...customers } = decide(block);
      const everyone = everyRow(rows);
      const columns = campaignColumns(customers, scorer.offers, values, campaign!, everyone);
      if (column === undefined) columns.customer = Array.from(everyone, (i) => String(first + i + 1));
      columns[kept] = campaign!.planned.map((offer) => Number(offer > 0));
      yield { rows, columns };
    }
  }
  const leading = column === undefined ? ['customer'] : [];
  const campaign = { name: 'campaign', blocks: blocks(), carried, leading };
  await writeBesideSource(source, campaign, tableFormat(campaignName), file);
}
