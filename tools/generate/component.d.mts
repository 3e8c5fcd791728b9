/** Makes a component of the dashboard under `root`; gives back the paths that it wrote. */
export function newComponent(root: string, description: { name: string; finding?: string }): string[];

/** The registry's source with one more element. */
export function register(source: string, name: string, className: string): string;

/** The table of contents with one more class. */
export function exportClass(source: string, name: string, className: string): string;
