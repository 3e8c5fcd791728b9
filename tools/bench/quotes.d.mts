export interface Quote {
  name: string;
  kind: 'table' | 'text';
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

/** What a text quotes: of which bench, which of its tables or texts counted from 1, and how the text has it. */
export function quotesOf(text: string): Quote[];

/** A text without what it quotes. */
export function withoutQuotes(text: string): string;

/** What a quote stands for, as its bench printed it: a text in a fence. */
export function printedPart(benches: BenchResult[], quote: Omit<Quote, 'quoted'>): string;

/** Whether a bench printed every part that is quoted of it; where data or a peer is missing it may not. */
export function hasAllQuoted(bench: BenchResult, quotes: Omit<Quote, 'quoted'>[]): boolean;

/** The text with each quote brought up to what its bench printed last. */
export function requoted(text: string, benches: BenchResult[]): string;
