/** How strongly a row is drawn: fully, unless others are picked and it is not. */
export const emphasis = (name: string, picked: readonly string[] = []) =>
  picked.length === 0 || picked.includes(name) ? 1 : 0.3;
