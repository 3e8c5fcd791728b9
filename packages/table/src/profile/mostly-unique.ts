/** In an id column, at least this share of rows have a value of their own; the others are faults. */
export const mostlyUnique = 0.95;
