/** A table of plain columns. */
export type Columns = Record<string, ArrayLike<unknown>>;

/** What the contract needs to know of an estimator to hold it to its word. */
export interface Estimator<Model> {
  /** Rows that the model is fitted on, and what else fitting takes. */
  table: Columns;
  /** The columns of numbers that it learns from; the last may be the same in every row. */
  numbers: readonly string[];
  /** How it is fitted. */
  options: object;
  /** True where it learns from any columns that it is given; false where these have fixed names and parts to play. */
  choosesColumns: boolean;
  /** Whether a blank number is taken for what it is, or refused. */
  blank: 'taken' | 'refused';
  /** What is said where a table lacks a column of the model. */
  lacking: (column: string) => string;
  fit(table: Columns, options: object, numbers: readonly string[]): Model | Promise<Model>;
  /** What the model says of each row: columns of numbers as long as the table. */
  apply(model: Model, table: Columns): ArrayLike<number>[] | Promise<ArrayLike<number>[]>;
  /** A model from the JSON that it was saved as (default: what `JSON.parse` gives). */
  load?(json: unknown): Model;
}
