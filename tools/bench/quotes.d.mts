export interface Quote {
  name: string;
  /** Counted from 1. */
  number: number;
  quoted: string;
}

/** What `bench/results.json` keeps of a bench. */
export interface BenchResult {
  name: string;
  command: string;
  lines: string[];
}

/** What a text quotes: of which bench, which of its tables counted from 1, and how the text has it. */
export function quotesOf(text: string): Quote[];

/** The table that a quote stands for, as its bench printed it. */
export function printedTable(benches: BenchResult[], quote: Pick<Quote, 'name' | 'number'>): string;

/** The text with each quote brought up to what its bench printed last. */
export function requoted(text: string, benches: BenchResult[]): string;
