import { type Fault, InvalidInputError } from '@clv/contracts';

/**
 * Takes the first cell of each column as its name. Empty and repeated names are refused, all at once, by their place:
 * dropping or renaming a column in silence would lose a customer's data.
 */
export function headedColumns(cells: readonly (readonly unknown[])[], input: string): Map<string, unknown[]> {
  if ((cells[0]?.length ?? 0) === 0)
    throw refusal([{ rule: 'empty-file', message: `${input} is empty`, path: input }]);
  const columns = new Map<string, unknown[]>();
  const places = new Map<string, number>();
  const faults: Fault[] = [];
  cells.forEach(([header, ...rest], i) => {
    const name = header === null || header === undefined ? '' : String(header);
    const earlier = places.get(name);
    if (name.trim() === '')
      faults.push({ rule: 'empty-header', message: `${input}: column ${i + 1} has no name` });
    else if (earlier !== undefined)
      faults.push({
        rule: 'duplicate-header',
        column: name,
        message: `${input}: column ${name} stands twice (columns ${earlier} and ${i + 1})`,
      });
    places.set(name, i + 1);
    columns.set(name, rest);
  });
  if (faults.length > 0) throw refusal(faults);
  return columns;
}

const refusal = (faults: readonly Fault[]) => new InvalidInputError(faults);
