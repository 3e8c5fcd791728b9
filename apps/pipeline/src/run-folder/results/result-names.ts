/** The files of results: CSV and Arrow, or Parquet of more customers than memory holds, which as CSV would be several times the size. */
export const resultNames = {
  csv: 'retention_results.csv',
  arrow: 'retention_results.arrow',
  parquet: 'retention_results.parquet',
} as const;
