import type { DuckDBConnection } from '@duckdb/node-api';
import type { FieldDef } from 'pg';

/** Numbers of PostgreSQL's types, which never change. */
export const types = {
  bool: 16,
  int8: 20,
  int2: 21,
  int4: 23,
  float4: 700,
  float8: 701,
  numeric: 1700,
} as const;

/**
 * What each field is to DuckDB.
 *
 * @param asText the rows in SQL, with the text of each cell, as `c0`, `c1` and so on.
 */
export async function kindsOfFields(
  fields: readonly FieldDef[],
  connection: DuckDBConnection,
  asText: string,
): Promise<string[]> {
  const kinds = fields.map(kindOf);
  for (const [i, field] of fields.entries())
    if (isUnsized(field)) kinds[i] = await kindOfUnsized(connection, asText, `c${i}`);
  return kinds;
}

/** Numbers and truth values come typed; dates and the rest as text, which is carried through as it is. */
function kindOf({ dataTypeID, dataTypeModifier }: FieldDef): string {
  switch (dataTypeID) {
    case types.bool:
      return 'BOOLEAN';
    case types.int2:
    case types.int4:
    case types.int8:
      return 'BIGINT';
    case types.float4:
    case types.float8:
      return 'DOUBLE';
    case types.numeric:
      return wholeDecimal(dataTypeModifier) ?? 'DOUBLE';
    default:
      return 'VARCHAR';
  }
}

/** A numeric(30) may be an id of more digits than a double keeps; its modifier holds the digits and, lowest, the decimals. */
function wholeDecimal(modifier: number): string | undefined {
  const [digits, decimals] = [(modifier - 4) >> 16, (modifier - 4) & 0xffff];
  return decimals === 0 && digits > 15 && digits <= 38 ? `DECIMAL(${digits}, 0)` : undefined;
}

/** A numeric without a size, as it comes from other databases and from sums, or of more digits than DuckDB's. */
const isUnsized = (field: FieldDef) => {
  const { dataTypeID, dataTypeModifier: modifier } = field;
  return dataTypeID === types.numeric && (modifier === -1 || (modifier - 4) >> 16 > 38);
};

/** As its cells ask for: whole numbers of more digits than a double keeps are ids, and keep them. */
async function kindOfUnsized(connection: DuckDBConnection, relation: string, cell: string): Promise<string> {
  const digits = `length(ltrim(${cell}, '-'))`;
  const reader = await connection.runAndReadAll(
    `SELECT CASE WHEN bool_and(regexp_full_match(${cell}, '-?[0-9]+')) THEN max(${digits}) ELSE 0 END FROM ${relation}`,
  );
  const most = Number(reader.getRowsJS()[0][0] ?? 0);
  if (most <= 15) return 'DOUBLE';
  return most <= 38 ? 'DECIMAL(38, 0)' : 'VARCHAR';
}
