import { InvalidInputError, type Fault } from '@clv/contracts';
import { columnNames, readColumn, readLabels, rowCount, type Schema, type TableLike } from '@clv/table';
import { markRows } from './avoid-rows.js';
import { readCells, type Cells } from './cells.js';
import { fitChurnFormula } from './churn-formula.js';
import { fitCopula } from './copula.js';
import { fitMarginal } from './marginal.js';
import type { Stratum, SynthesizerModel } from './model.js';
import { findStrata } from './strata.js';

const fewestRows = 100;

/**
 * Learns what a table's customers are like, so that `synthesize({like})` can draw others of the same shape: the spread
 * of each column, the correlations between them by a Gaussian copula (NORTA; Cario and Nelson 1997) within groups of the
 * same structure, and churn given the features by a ridge logistic regression.
 *
 * No row is kept, and none is drawn again (unless five customers share it, or a hundred draws give nothing else). Names
 * shared by fewer than 5 customers are drawn as blanks; identifiers, free text and constants are left out, and
 * `leftOut` says which.
 *
 * @param table at least 100 rows, with a label that takes both values.
 * @throws InvalidInputError where the table is too small or its label says nothing; UnknownColumnError.
 */
export function fitSynthesizer(table: TableLike, schema: Schema): SynthesizerModel {
  const rows = rowCount(table);
  if (rows < fewestRows) throw new InvalidInputError([tooFew(rows)]);
  const left = readLabels(table, schema);
  if (!(left.includes(0) && left.includes(1))) throw new InvalidInputError([oneSided(schema)]);

  const { cells, leftOut } = readCells(table, schema);
  const { id, label } = schema.roles;
  const names = cells.map(({ kind }) => kind.column);
  const drawn = columnNames(table).filter((name) => names.includes(name) || name === id || name === label);
  return {
    format: 'clv-synthesizer',
    version: 1,
    roles: structuredClone(schema.roles),
    order: drawn,
    leftOut,
    kinds: cells.map(({ kind }) => kind),
    strata: findStrata(cells, rows).map((group) => fitStratum(cells, group, rows)),
    originals: markRows(cells, rows),
    churn: fitChurnFormula(cells, left),
    labels: [spelling(table, label!, left, 0), spelling(table, label!, left, 1)],
  };
}

function fitStratum(cells: readonly Cells[], group: Int32Array, rows: number): Stratum {
  const own = cells.map(({ values }) => Float64Array.from(group, (row) => values[row]));
  const marginals = cells.map(({ kind }, column) => fitMarginal(own[column], kind.kind === 'level'));
  return { share: group.length / rows, ...fitCopula(marginals, own) };
}

/** How the table itself writes that a customer stayed (0) or left (1). */
function spelling(table: TableLike, label: string, left: Int8Array, fate: 0 | 1): string | number {
  const cell = readColumn(table, label)[left.indexOf(fate)];
  return typeof cell === 'number' ? cell : String(cell);
}

const tooFew = (rows: number): Fault => ({
  ...{ path: 'table', rule: 'too-few-rows', value: rows },
  message: `a table to imitate must have at least ${fewestRows} rows: ${rows}`,
});

const oneSided = (schema: Schema): Fault => ({
  ...{ path: 'roles.label', rule: 'one-sided-label', column: schema.roles.label },
  message: `a table to imitate must hold both customers who left and customers who stayed: ${schema.roles.label}`,
});
