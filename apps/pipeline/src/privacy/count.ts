/** So many customers of one total who also belong to another; a total is all that comes in, and all that goes out. */
export interface Count {
  from: string;
  to: string;
  customers: number;
}
