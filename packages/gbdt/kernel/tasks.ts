// What the leader asks of all threads, itself among them, and the loop in which workers serve it.
import { binRows } from './bin';
import { cutColumn } from './cuts';
import { growTree, plantTree } from './grow';
import { plan } from './job';
import { fillCompressTable } from './partition';
import { ROWS_PER_PASS, predictRows } from './predict';
import { state } from './state';
import { OVER, awaitTask, becomeLeader, claim, join, meet, publish } from './threads';

const CUT = 1;
const BIN = 2;
const GROW = 3;
const PREDICT = 4;

const ROWS_PER_CLAIM = 512;

// The leader's first call, with the parameters written and memory as large as `plan` said.
export function begin(): void {
  plan();
  becomeLeader();
}

// Before the first tree, with all rows binned.
export function beginTrees(largestGradient: f64): void {
  fillCompressTable();
  state.largestGradient = largestGradient;
  state.largestLeaf = 0;
  state.plans = 0;
}

// Cuts `count` columns from `first` on, whose samples are staged column by column.
export function cutStagedColumns(first: i32, count: i32): void {
  ask(CUT, first, count);
}

// Bins `count` rows from `first` on, which are staged.
export function binStagedRows(first: i32, count: i32): void {
  ask(BIN, first, count);
}

// Lets the workers begin with the tree of a round, while the leader does something else.
export function startTree(round: i32): void {
  plantTree(round);
  publish(GROW);
}

// Grows the tree that was started; it lies at `tree` with `treeNodes()` nodes afterwards.
export function finishTree(): void {
  work(GROW);
}

export function treeNodes(): i32 {
  return state.nodes;
}

// Before the first prediction with a forest.
export function beginPredicting(): void {
  becomeLeader();
}

// Adds all trees to the margins of the first `count` staged rows; those up to the next ROWS_PER_PASS are computed in vain.
export function predictStagedRows(count: i32): void {
  ask(PREDICT, 0, count);
}

// Sends the workers home.
export function dismiss(): void {
  publish(OVER);
}

// A worker's whole life: joins, and works until it is dismissed.
export function serve(): void {
  join();
  let planned = false;
  for (let kind = awaitTask(); kind != OVER; kind = awaitTask()) {
    if (kind != PREDICT && !planned) planned = plan() > 0;
    work(kind);
  }
}

function ask(kind: i32, first: i32, count: i32): void {
  state.taskFirst = first;
  state.taskCount = count;
  publish(kind);
  work(kind);
}

function work(kind: i32): void {
  if (kind == CUT) cutColumns();
  else if (kind == BIN) binSlab();
  else if (kind == GROW) growTree();
  else predictSlab();
}

function cutColumns(): void {
  for (let i = claim(); i < state.taskCount; i = claim()) cutColumn(state.taskFirst + i, i);
  meet();
}

function binSlab(): void {
  for (let from = claim() * ROWS_PER_CLAIM; from < state.taskCount; from = claim() * ROWS_PER_CLAIM)
    binRows(state.taskFirst + from, from, min(ROWS_PER_CLAIM, state.taskCount - from));
  meet();
}

function predictSlab(): void {
  for (let from = claim() * ROWS_PER_PASS; from < state.taskCount; from = claim() * ROWS_PER_PASS) predictRows(from);
  meet();
}
