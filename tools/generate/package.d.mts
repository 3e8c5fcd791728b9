/** Makes a package in the house's shape under `root`; gives back the paths of its files. */
export function newPackage(
  root: string,
  description: { name: string; floor?: string; question?: string },
): string[];
