import { InvalidInputError, type Fault } from '@clv/contracts';
import { parseDate } from '../cells/parse-date.js';
import { quote } from '../cells/quote.js';
import { namesOf, type ColumnEncoding, type Encoding } from './encoding.js';

/**
 * Passes an encoding that can be replayed; one that comes from a file may have been cut or edited.
 *
 * @throws InvalidInputError with every fault, each with its path.
 */
export function checkEncoding(encoding: Encoding): void {
  const faults = isRecord(encoding) ? faultsOf(encoding) : [fault('', 'an encoding must be an object')];
  if (faults.length > 0) throw new InvalidInputError(faults);
}

function faultsOf({ format, version, decimal, columns, featureNames }: Encoding): Fault[] {
  const faults: Fault[] = [];
  if (format !== 'clv-encoding')
    faults.push(fault('format', `format must be clv-encoding: ${quote(format)}`));
  if (version !== 1) faults.push(fault('version', `version must be 1: ${quote(version)}`));
  if (decimal !== '.' && decimal !== ',')
    faults.push(fault('decimal', `decimal must be '.' or ',': ${quote(decimal)}`));
  if (!Array.isArray(columns))
    return [...faults, fault('columns', `columns must be a list: ${quote(columns)}`)];
  const ofColumns = columns.flatMap((column, i) => columnFaults(column, `columns[${i}]`));
  faults.push(...ofColumns);
  const areThoseOfColumns = () =>
    isListOfText(featureNames) && featureNames.join() === columns.flatMap(namesOf).join();
  if (ofColumns.length === 0 && !areThoseOfColumns()) {
    faults.push(fault('featureNames', 'featureNames must be the names that the columns give'));
  }
  return faults;
}

function columnFaults(encoding: ColumnEncoding, path: string): Fault[] {
  if (!isRecord(encoding)) return [fault(path, `${path} must be an object: ${quote(encoding)}`)];
  if (typeof encoding.column !== 'string') {
    return [fault(`${path}.column`, `${path}.column must be text: ${quote(encoding.column)}`)];
  }
  switch (encoding.kind) {
    case 'number':
    case 'boolean':
      return [];
    case 'one-hot':
    case 'ordinal':
      return isListOfText(encoding.levels)
        ? []
        : [fault(`${path}.levels`, `${path}.levels must be different texts`)];
    case 'date':
      return Number.isNaN(parseDate(encoding.snapshot))
        ? [fault(`${path}.snapshot`, `${path}.snapshot must be an ISO date: ${quote(encoding.snapshot)}`)]
        : [];
    default:
      return [fault(`${path}.kind`, `unknown kind of encoding: ${quote((encoding as ColumnEncoding).kind)}`)];
  }
}

function isListOfText(levels: unknown): boolean {
  if (!Array.isArray(levels) || !levels.every((level) => typeof level === 'string')) return false;
  return new Set(levels).size === levels.length;
}

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null;

function fault(path: string, message: string): Fault {
  return { rule: 'invalid-encoding', message, path };
}
