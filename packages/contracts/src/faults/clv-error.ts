/** Where in the caller's world an error lies; each error fills in what it knows. */
export interface ErrorSite {
  /** The column of a table. */
  column?: string;
  /** The row of a table, counted from 1 without the header. */
  row?: number;
  /** The id of an offer. */
  offer?: string;
  /** The place inside a document, such as `offers[1].discount`. */
  path?: string;
  cause?: unknown;
}

/** The root of every error that these packages throw: a stable `code`, and the thing it is about. */
export class ClvError extends Error {
  readonly code: string;
  readonly column?: string;
  readonly row?: number;
  readonly offer?: string;
  readonly path?: string;

  constructor(code: string, message: string, site: ErrorSite = {}) {
    super(message, site.cause === undefined ? undefined : { cause: site.cause });
    this.name = new.target.name;
    this.code = code;
    if (site.column !== undefined) this.column = site.column;
    if (site.row !== undefined) this.row = site.row;
    if (site.offer !== undefined) this.offer = site.offer;
    if (site.path !== undefined) this.path = site.path;
  }
}
