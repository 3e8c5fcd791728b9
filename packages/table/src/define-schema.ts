import { InvalidInputError, unknownName, type Fault } from '@clv/contracts';
import { parseDate } from './parse-date.js';
import type { DecimalMark } from './parse-number.js';
import { columnRoles, listRoles, neverFeatures, type Roles } from './roles.js';
import type { Schema } from './schema.js';

export interface SchemaOptions {
  /** The mark before the decimals of numbers written as text (default '.'); with ',' the text "1.299,50" is 1299.5. */
  decimal?: DecimalMark;
}

const knownRoles: readonly string[] = [...columnRoles, ...listRoles, 'margin_rate', 'snapshot'];

/**
 * A schema from roles.
 *
 * @throws InvalidInputError with every fault at once: unknown roles, roles of a wrong type, a column in two roles of which
 *   one gives away what the other must not know, `margin` beside `margin_rate`, a `margin_rate` outside (0, 1] or
 *   without a price, a snapshot that is no ISO date.
 */
export function defineSchema(roles: Roles, { decimal = '.' }: SchemaOptions = {}): Schema {
  const faults = [...misspelt(roles), ...mistyped(roles)];
  if (faults.length === 0) faults.push(...contradictions(roles));
  if (decimal !== '.' && decimal !== ',') {
    faults.push(roleFault('decimal', `decimal must be '.' or ',': ${String(decimal)}`));
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
  return { format: 'clv-schema', version: 1, roles: structuredClone(roles), decimal };
}

function misspelt(roles: Roles): Fault[] {
  return Object.keys(roles)
    .filter((role) => !knownRoles.includes(role))
    .map((role) => roleFault(`roles.${role}`, unknownName('role', role, knownRoles)));
}

function mistyped(roles: Roles): Fault[] {
  const faults: Fault[] = [];
  const given = (role: keyof Roles) => roles[role] !== undefined;
  for (const role of [...columnRoles, 'snapshot'] as const) {
    if (given(role) && !isName(roles[role]))
      faults.push(roleFault(`roles.${role}`, `${role} must be text: ${show(roles[role])}`));
  }
  for (const role of listRoles) {
    const names: unknown = roles[role];
    if (given(role) && !(Array.isArray(names) && names.every(isName))) {
      faults.push(roleFault(`roles.${role}`, `${role} must be a list of column names: ${show(names)}`));
    }
  }
  const rate: unknown = roles.margin_rate;
  if (given('margin_rate') && !(typeof rate === 'number' && rate > 0 && rate <= 1)) {
    faults.push(
      roleFault('roles.margin_rate', `margin_rate must be a share of the price in (0, 1]: ${show(rate)}`),
    );
  }
  if (isName(roles.snapshot) && Number.isNaN(parseDate(roles.snapshot))) {
    faults.push(
      roleFault('roles.snapshot', `snapshot must be an ISO date such as 2024-03-31: ${show(roles.snapshot)}`),
    );
  }
  return faults;
}

function contradictions(roles: Roles): Fault[] {
  return [
    ...sharedColumns(roles),
    ...repeatedColumns(roles),
    ...forbiddenFeatures(roles),
    ...marginFaults(roles),
  ];
}

function sharedColumns(roles: Roles): Fault[] {
  const faults: Fault[] = [];
  const roleOf = new Map<string, string>();
  for (const role of columnRoles) {
    const column = roles[role];
    if (column === undefined) continue;
    const other = roleOf.get(column);
    if (other) faults.push(contradiction(role, column, `${column} cannot be both ${other} and ${role}`));
    roleOf.set(column, role);
  }
  return faults;
}

function repeatedColumns(roles: Roles): Fault[] {
  return listRoles.flatMap((role) => {
    const names = roles[role] ?? [];
    const repeated = new Set(names.filter((name, i) => names.indexOf(name) < i));
    return [...repeated].map((name) => contradiction(role, name, `${role} names ${name} twice`));
  });
}

function forbiddenFeatures(roles: Roles): Fault[] {
  const faults: Fault[] = [];
  for (const list of ['features', 'segment_features'] as const) {
    for (const name of new Set(roles[list])) {
      const role = neverFeatures.find((role) => roles[role] === name);
      if (role) faults.push(contradiction(list, name, `${name} is the ${role} and cannot be in ${list}`));
    }
  }
  for (const name of roles.exclude ?? []) {
    if (roles.features?.includes(name)) {
      faults.push(contradiction('exclude', name, `${name} cannot be in both features and exclude`));
    }
  }
  return faults;
}

function marginFaults({ margin, margin_rate: rate, price }: Roles): Fault[] {
  if (rate === undefined) return [];
  const faults: Fault[] = [];
  if (margin !== undefined) {
    faults.push(
      contradiction('margin_rate', margin, `give margin (${margin}) or margin_rate (${rate}), not both`),
    );
  }
  if (price === undefined) {
    faults.push(
      roleFault(
        'roles.margin_rate',
        `margin_rate is a share of the price, and no column is the price: ${rate}`,
      ),
    );
  }
  return faults;
}

const isName = (name: unknown): name is string => typeof name === 'string' && name !== '';
const show = (value: unknown): string => JSON.stringify(value) ?? String(value);

function roleFault(path: string, message: string): Fault {
  return { rule: 'invalid-role', message, path };
}

function contradiction(role: string, column: string, message: string): Fault {
  return { rule: 'contradictory-roles', message, column, path: `roles.${role}` };
}
