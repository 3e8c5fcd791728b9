/**
 * The assignment of rows to columns, each used once, with the least total cost (Hungarian method after Jonker and
 * Volgenant 1987). Gives each row's column. There must be at least as many columns as rows.
 */
export function leastCostAssignment(cost: readonly (readonly number[])[]): number[] {
  const rows = cost.length;
  const columns = rows === 0 ? 0 : cost[0].length;
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    const cameFrom = new Int32Array(columns + 1);
    const least = new Float64Array(columns + 1).fill(Infinity);
    const done = new Uint8Array(columns + 1);
    rowOf[0] = row;
    let column = 0;
    while (rowOf[column] !== 0) {
      done[column] = 1;
      const here = rowOf[column];
      let step = Infinity;
      let next = 0;
      for (let j = 1; j <= columns; j++) {
        if (done[j]) continue;
        const reduced = cost[here - 1][j - 1] - rowPrice[here] - columnPrice[j];
        if (reduced < least[j]) [least[j], cameFrom[j]] = [reduced, column];
        if (least[j] < step) [step, next] = [least[j], j];
      }
      for (let j = 0; j <= columns; j++) {
        if (done[j]) {
          rowPrice[rowOf[j]] += step;
          columnPrice[j] -= step;
        } else least[j] -= step;
      }
      column = next;
    }
    for (; column !== 0; column = cameFrom[column]) rowOf[column] = rowOf[cameFrom[column]];
  }
  const assigned = new Array<number>(rows);
  for (let j = 1; j <= columns; j++) if (rowOf[j] > 0) assigned[rowOf[j] - 1] = j - 1;
  return assigned;
}
