import type { Roles } from '@clv/table';

/** What is to be said of an input once the rows that have faults are set aside. */
export interface Soundness {
  name: string;
  roles: Roles;
  rows: number;
  rejected: number;
  /** How many of the rows get a prescription. */
  prescribed: number;
  notices: string[];
}
