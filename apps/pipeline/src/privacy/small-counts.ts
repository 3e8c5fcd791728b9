/** A report tells nothing of fewer customers than this: it would say little of the group and much of the few. */
export const fewest = 5;

/** Whether so many are too few to be told of; nobody has nothing to hide. */
export const isFew = (customers: number) => customers > 0 && customers < fewest;
