/** Whether a row is among those prescribed for. */
export type IsPrescribed = (row: number) => boolean;

/**
 * Which rows get a prescription: current customers; where every outcome is known, all of them or those who stayed.
 *
 * @param labels 1 churned, 0 stayed, -1 not known yet.
 */
export function prescribedAmong(labels: Int8Array, activeOnly: boolean): IsPrescribed {
  if (labels.includes(-1)) return (row) => labels[row] === -1;
  return activeOnly ? (row) => labels[row] === 0 : () => true;
}
