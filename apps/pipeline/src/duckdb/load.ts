import { createRequire } from 'node:module';

import type bindings from '@duckdb/node-bindings';

const require = createRequire(import.meta.url);

/**
 * DuckDB, once something needs it. It is CommonJS: an import would have each of its files read for the names that it
 * exports, which takes as long as a small table's whole work in SQL.
 */
export const duckDbApi = () => require('@duckdb/node-api') as typeof import('@duckdb/node-api');

/** What the above is made on, for vectors of whole columns. */
export const duckDbBindings = () => require('@duckdb/node-bindings') as typeof bindings;
