import { unknownName, type Fault } from '@clv/contracts';
import { columnRoles, listRoles, type Roles } from '../schema/roles.js';
import { isArquero, type TableLike } from '../table-like.js';

/** The one name that objects treat as no other: a column of this name is lost in silence wherever rows become objects. */
const reserved = '__proto__';

/** Headers that are blank, reserved, or there twice. */
export function checkNames(table: TableLike, names: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  const firstPlace = new Map<string, number>();
  names.forEach((name, i) => {
    const place = i + 1;
    const first = firstPlace.get(name);
    if (name.trim() === '') faults.push(headerFault('blank-name', name, `column ${place} has no name`));
    else if (name === reserved)
      faults.push(headerFault('reserved-name', name, `column ${place} has a reserved name: ${name}`));
    else if (first)
      faults.push(
        headerFault('duplicate-name', name, `columns ${first} and ${place} have one name: ${name}`),
      );
    else firstPlace.set(name, place);
  });
  if (hidesColumns(table)) {
    faults.push(headerFault('reserved-name', reserved, `a column has a reserved name: ${reserved}`));
  }
  return faults;
}

/** Columns that roles name and the table has not, each with the nearest that it has. */
export function checkRoleColumns(roles: Roles, names: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  const check = (path: string, column: string | undefined) => {
    if (column === undefined || names.includes(column)) return;
    faults.push({
      rule: 'unknown-column',
      message: `${path}: ${unknownName('column', column, names)}`,
      column,
      path,
    });
  };
  for (const role of columnRoles) check(`roles.${role}`, roles[role]);
  for (const role of listRoles) roles[role]?.forEach((column, i) => check(`roles.${role}[${i}]`, column));
  return faults;
}

/** `{__proto__: [...]}` makes the column the object's prototype instead of its property. */
function hidesColumns(table: TableLike): boolean {
  if (isArquero(table)) return false;
  const prototype: unknown = Object.getPrototypeOf(table);
  return Array.isArray(prototype) || ArrayBuffer.isView(prototype);
}

function headerFault(rule: string, column: string, message: string): Fault {
  return { rule, message, column };
}
