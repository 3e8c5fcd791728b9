/** ml-xgboost 1.1.2 ships no types, and its export is a promise of its class. */
declare module 'ml-xgboost' {
  export interface Booster {
    train(rows: number[][], labels: number[]): void;
    predict(rows: number[][]): number[];
    toJSON(): { name: string; model: number[]; options: Record<string, string> };
    free(): void;
  }
  export interface BoosterClass {
    new (options: Record<string, string | number>): Booster;
  }
  const ready: Promise<BoosterClass>;
  export default ready;
}
