/** What the job knows of itself. */
export interface SparkJob {
  /** Where customers came from, and where their results are. */
  input: string;
  results: string;
  /** How many rows the table has, and how many of them the models were fitted on; null where they were fitted elsewhere. */
  rows: number;
  fitted: number | null;
  /** The files that the table is made of; none where it is not made of files. */
  files: string[];
  budget: number | null;
  spark: string;
  /** Seconds a stage. */
  seconds: Record<string, number>;
}
