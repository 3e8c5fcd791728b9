/** Runs the first ts block of a package's README against the package as built; returns what it printed. */
export function runReadmeExample(packageFolder: string): string;
