export declare function startTable(...columns: string[]): (...cells: (string | number)[]) => void;
