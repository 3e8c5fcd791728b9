import { unknownName, type Fault } from '@clv/contracts';
import { parseDate } from '../cells/parse-date.js';
import { quote } from '../cells/quote.js';
import { columnRoles, listRoles, type GivenRoles } from './roles.js';

const knownRoles: readonly string[] = [...columnRoles, ...listRoles, 'margin_rate', 'snapshot'];

/** Roles that are unknown, or of a wrong type or value, each looked at by itself. */
export function checkRoles(roles: GivenRoles): Fault[] {
  if (typeof roles !== 'object' || roles === null || Array.isArray(roles))
    return [{ rule: 'invalid-role', message: `roles must be an object: ${quote(roles)}`, path: 'roles' }];
  return [...checkNames(roles), ...checkColumns(roles), ...checkLists(roles), ...checkValues(roles)];
}

export function roleFault(role: string, message: string): Fault {
  return { rule: 'invalid-role', message, path: `roles.${role}` };
}

function checkNames(roles: GivenRoles): Fault[] {
  return Object.keys(roles)
    .filter((role) => !knownRoles.includes(role))
    .map((role) => roleFault(role, unknownName('role', role, knownRoles)));
}

function checkColumns(roles: GivenRoles): Fault[] {
  return columnRoles
    .filter((role) => roles[role] !== undefined && !isName(roles[role]))
    .map((role) => roleFault(role, `${role} must be the name of a column: ${quote(roles[role])}`));
}

function checkLists(roles: GivenRoles): Fault[] {
  return listRoles
    .filter((role) => roles[role] !== undefined && !isListOfNames(roles[role]))
    .map((role) => roleFault(role, `${role} must be a list of column names: ${quote(roles[role])}`));
}

function checkValues({ margin_rate: rate, snapshot }: GivenRoles): Fault[] {
  const faults: Fault[] = [];
  if (rate !== undefined && !(typeof rate === 'number' && rate > 0 && rate <= 1)) {
    faults.push(
      roleFault('margin_rate', `margin_rate must be a share of the price in (0, 1]: ${quote(rate)}`),
    );
  }
  if (snapshot !== undefined && !(isName(snapshot) && !Number.isNaN(parseDate(snapshot)))) {
    faults.push(roleFault('snapshot', `snapshot must be an ISO date such as 2024-03-31: ${quote(snapshot)}`));
  }
  return faults;
}

const isName = (name: unknown): boolean => typeof name === 'string' && name !== '';
const isListOfNames = (names: unknown): boolean => Array.isArray(names) && names.every(isName);
