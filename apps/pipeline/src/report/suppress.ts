import { formatCount } from '@clv/charts';

/** A report tells nothing of fewer customers than this: it would say little of the group and much of the few. */
const fewest = 5;

/** Whether a group is large enough to be reported; an empty one has nothing to hide. */
export const isTold = ({ customers }: { customers: number }) => customers === 0 || customers >= fewest;

/** How many there are, unless there are few. */
export const countTold = (customers: number) =>
  isTold({ customers }) ? formatCount(customers) : `fewer than ${fewest}`;

/** A cell of a group's row: what `write` says of it, and a dash where the group is too small. */
export const cellOf =
  <T extends { customers: number }>(write: (group: T) => string) =>
  (group: T) =>
    isTold(group) ? write(group) : '–';

/** A cell of a mean, which an empty group does not have. */
export const meanCellOf =
  <T extends { customers: number }>(write: (group: T) => string) =>
  (group: T) =>
    group.customers === 0 ? '–' : cellOf(write)(group);
