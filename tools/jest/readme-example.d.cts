/** Runs a ts block of a package's README, the first by default, against the package as built; returns what it printed. */
export function runReadmeExample(packageFolder: string, block?: number): string;
