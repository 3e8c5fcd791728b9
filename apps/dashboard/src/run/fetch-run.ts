import type { RunSummary } from '@clv/contracts';
import { type RunTerms, readTerms } from './run-terms.js';
import { readArrow } from '../table/arrow-table.js';
import type { CustomerTable } from '../table/customer-table.js';
import { RunDataError } from '../table/data-error.js';
import { checkSummary } from './check-summary.js';
import { type RunEvidence, evidenceFiles, noEvidence, readEvidence } from './evidence.js';

/** The parts of a run folder that are shown. */
export interface FetchedRun {
  results: CustomerTable;
  summary: RunSummary;
  terms?: RunTerms;
  evidence: RunEvidence;
}

/** Fetches what is shown of a run folder; rejects with a `RunDataError` that says what to do. */
export async function fetchRun(src: string, signal?: AbortSignal): Promise<FetchedRun> {
  const folder = new URL(src.endsWith('/') ? src : `${src}/`, document.baseURI);
  const record = fetchRecord(folder, signal);
  const [summary, results, evidence] = await Promise.all([
    fetched(new URL('summary.json', folder), signal).then(async (response) =>
      readSummary(await response.text()),
    ),
    fetched(new URL('retention_results.arrow', folder), signal).then(async (response) =>
      readTable(new Uint8Array(await response.arrayBuffer())),
    ),
    record.then((found) => fetchEvidence(folder, found, signal)),
  ]);
  return { results, summary, terms: readTerms(await record), evidence };
}

/** A run can be shown without its record, only nothing can be tried out then. */
const fetchRecord = (folder: URL, signal?: AbortSignal) => fetchJson(new URL('run.json', folder), signal);

/** Asks for no file that the record does not list. */
async function fetchEvidence(folder: URL, record: unknown, signal?: AbortSignal): Promise<RunEvidence> {
  const { files } = (record ?? {}) as { files?: object };
  if (!files) return { ...noEvidence, unread: ['run.json'] };
  const named = evidenceFiles.filter((name) => Object.hasOwn(files, name));
  const documents = await Promise.all(named.map((name) => fetchJson(new URL(name, folder), signal)));
  return readEvidence(Object.fromEntries(named.map((name, i) => [name, documents[i]])));
}

/** Undefined where there is no such file, or it is not whole. */
async function fetchJson(url: URL, signal?: AbortSignal): Promise<unknown> {
  try {
    return await (await fetched(url, signal)).json();
  } catch {
    return undefined;
  }
}

const fileName = (url: URL) => url.pathname.split('/').at(-1)!;

async function fetched(url: URL, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { signal });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    const why =
      url.protocol === 'file:'
        ? 'a page that is opened as a file may not read others, so serve its folder'
        : 'is the server still running?';
    throw new RunDataError(`${fileName(url)} could not be fetched: ${why}`, { cause });
  }
  if (response.ok) return response;
  throw new RunDataError(
    response.status === 404
      ? `there is no ${fileName(url)} in the run folder: run \`clv run\` first`
      : `${fileName(url)} could not be fetched: the server answered ${response.status}`,
  );
}

function readSummary(text: string): RunSummary {
  let summary: unknown;
  try {
    summary = JSON.parse(text);
  } catch (cause) {
    throw new RunDataError('summary.json is not whole: run `clv run` again', { cause });
  }
  return checkSummary(summary);
}

/** Arrow files begin with `ARROW1`; streams with 0xffffffff. */
function readTable(bytes: Uint8Array): CustomerTable {
  if (bytes.length === 0) throw new RunDataError('retention_results.arrow is empty: run `clv run` again');
  try {
    return readArrow(bytes);
  } catch (cause) {
    throw new RunDataError('retention_results.arrow is not a whole Arrow file: run `clv run` again', {
      cause,
    });
  }
}
