import type { Fault } from '@clv/contracts';
import { roleFault } from './check-roles.js';
import { columnRoles, listRoles, neverFeatures, type GivenRoles } from './roles.js';

/** Roles that are each well by themselves, and cannot stand together. */
export function findContradictions(roles: GivenRoles): Fault[] {
  return [
    ...sharedColumns(roles),
    ...repeatedColumns(roles),
    ...forbiddenFeatures(roles),
    ...marginFaults(roles),
  ];
}

function sharedColumns(roles: GivenRoles): Fault[] {
  const faults: Fault[] = [];
  const holders = new Map<string, string>();
  for (const role of columnRoles) {
    const column = roles[role];
    if (column === undefined) continue;
    const other = holders.get(column);
    if (other) faults.push(contradiction(role, column, `${column} cannot be both ${other} and ${role}`));
    holders.set(column, role);
  }
  return faults;
}

function repeatedColumns(roles: GivenRoles): Fault[] {
  return listRoles.flatMap((role) => {
    const names = roles[role] ?? [];
    const repeated = new Set(names.filter((name, i) => names.indexOf(name) < i));
    return [...repeated].map((name) => contradiction(role, name, `${role} names ${name} twice`));
  });
}

function forbiddenFeatures(roles: GivenRoles): Fault[] {
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

function marginFaults({ margin, margin_rate: rate, price }: GivenRoles): Fault[] {
  if (rate === undefined) return [];
  const faults: Fault[] = [];
  if (margin !== undefined) {
    faults.push(
      contradiction('margin_rate', margin, `give margin (${margin}) or margin_rate (${rate}), not both`),
    );
  }
  if (price === undefined) {
    faults.push(
      roleFault('margin_rate', `margin_rate is a share of the price, and no column is the price: ${rate}`),
    );
  }
  return faults;
}

function contradiction(role: string, column: string, message: string): Fault {
  return { rule: 'contradictory-roles', message, column, path: `roles.${role}` };
}
