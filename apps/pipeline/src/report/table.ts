import { type Html, html } from './html.js';

/** A column of a report's table: its head, its cell for an item, and whether it holds numbers. */
export interface TableColumn<T> {
  head: string;
  cell: (item: T) => string;
  numeric?: boolean;
  /** Text that runs over several lines rather than making the table wide. */
  prose?: boolean;
}

export function table<T>(items: readonly T[], columns: readonly TableColumn<T>[]): Html {
  const align = ({ numeric, prose }: TableColumn<T>) => (numeric ? 'number' : prose ? 'prose' : 'text');
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col" class="${align(column)}">${column.head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${items.map(
          (item) =>
            html`<tr>
              ${columns.map((column) => html`<td class="${align(column)}" data-head="${column.head}">${column.cell(item)}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}
