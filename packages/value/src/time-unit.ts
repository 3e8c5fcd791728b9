import { shapes } from '@clv/contracts';

/** The unit in which recency and age are counted. */
export type TimeUnit = 'day' | 'week' | 'month';

const daysPerMonth = 365 / 12;

export const daysPerUnit: Record<TimeUnit, number> = { day: 1, week: 7, month: daysPerMonth };

/** A month is 4.345 weeks, as the literature has it. */
export const unitsPerMonth: Record<TimeUnit, number> = { day: daysPerMonth, week: 4.345, month: 1 };

/** What an option has to be that is a unit of time. */
export const timeUnit = shapes.exactly(...Object.keys(daysPerUnit));
