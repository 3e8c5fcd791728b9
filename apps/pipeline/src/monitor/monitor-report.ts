import type { CalibrationInTheLarge, ColumnDrift } from '@clv/churn';

import type { Config } from '../config/config.js';

/** How far a run may lie from an earlier one. */
export type MonitorLimits = Config['monitor'];

/** What `clv monitor` found. Shares are in [0, 1]. */
export interface MonitorReport {
  format: 'clv-monitor';
  version: 1;
  run: string;
  against: string;
  limits: MonitorLimits;
  /** What lies beyond its limit; where there is anything, the command exits 3. */
  crossed: { limit: keyof MonitorLimits; value: number; allowed: number; message: string }[];
  figures: { name: string; before: number; now: number }[];
  /** The columns of the earlier model, the most drifted first, and the risk that it predicts. */
  drift: { columns: ColumnDrift[]; risk: ColumnDrift };
  /** Of the earlier model; absent where no outcome is known. */
  calibration?: CalibrationInTheLarge & { customers: number };
  segments: SegmentChange;
  offers: OfferChange;
  /** What a reader must know, in sentences. */
  notices: string[];
}

export interface SegmentChange {
  /** Each segment of the run, and the earlier one that it continues; null where it is new. */
  segments: { segment: string; continues: string | null; before: number | null; now: number }[];
  /** Earlier segments that none continues. */
  ended: string[];
  /** Those who were in both runs, and the share of them whose segment is not the one that continues theirs. */
  migration?: { customers: number; share: number; moves: Move[] };
}

/** Customers who went from one segment to another; fewer than 5 are not told, nor those that would give their number away. */
export interface Move {
  from: string;
  to: string;
  customers: number;
}

export interface OfferChange {
  /** The share of customers whom each offer is recommended for. */
  offers: { offer: string; label: string; before: number; now: number }[];
  /** The share of customers that would have to change their offer to make both mixes alike. */
  shift: number;
}
