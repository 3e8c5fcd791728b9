// How threads share work. The leader publishes a task; members claim its pieces by an atomic counter and meet at
// barriers, where the last to arrive runs the serial step before it lets the others go. A worker that comes late joins
// at the next task, so the leader never waits for one to start. The build without threads compiles all this away.

const TASK: usize = 64; // sequence << 16 | kind << 8 | members
const JOINED: usize = 192;
const ARRIVED: usize = 320;
const GENERATION: usize = 448;
const CLAIMS: usize = 576;

const SPINS = 20000;

export let thread: i32 = 0;
export let members: i32 = 1;

export function becomeLeader(): void {
  thread = 0;
  store<i32>(TASK, 0);
  store<i32>(JOINED, 1);
  store<i32>(ARRIVED, 0);
  store<i32>(GENERATION, 0);
  store<i32>(CLAIMS, 0);
}

// The leader starts a task of a kind with all who have joined.
export function publish(kind: i32): void {
  if (!ASC_FEATURE_THREADS) return;
  members = atomic.load<i32>(JOINED);
  const sequence = ((load<i32>(TASK) >>> 16) + 1) & 0xffff;
  atomic.store<i32>(TASK, (sequence << 16) | (kind << 8) | members);
  atomic.notify(TASK, -1);
}

let seen: i32 = 0;

export function join(): void {
  if (!ASC_FEATURE_THREADS) return;
  seen = atomic.load<i32>(TASK); // before joining: a task published after it will count this thread in
  thread = atomic.add<i32>(JOINED, 1);
}

// The kind of the last task, which concerns those who come too late for it too.
export const OVER = 255;

// Waits for a task that counts this thread in; returns its kind.
export function awaitTask(): i32 {
  if (!ASC_FEATURE_THREADS) return OVER;
  while (kindOf(seen) != OVER) {
    awaitChange(TASK, seen);
    seen = atomic.load<i32>(TASK);
    members = seen & 255;
    if (thread < members) break;
  }
  return kindOf(seen);
}

function kindOf(task: i32): i32 {
  return (task >> 8) & 255;
}

function awaitChange(address: usize, old: i32): void {
  for (let spin = 0; spin < SPINS; spin++) if (atomic.load<i32>(address) != old) return;
  while (atomic.load<i32>(address) == old) atomic.wait<i32>(address, old, -1);
}

// True for the last member to arrive, who must then `release` the others; they return false once released.
export function arriveLast(): bool {
  if (!ASC_FEATURE_THREADS) return true;
  const generation = atomic.load<i32>(GENERATION);
  if (atomic.add<i32>(ARRIVED, 1) == members - 1) return true;
  awaitChange(GENERATION, generation);
  return false;
}

// Lets the others go on, with all pieces unclaimed again.
export function release(): void {
  store<i32>(CLAIMS, 0);
  if (!ASC_FEATURE_THREADS) return;
  store<i32>(ARRIVED, 0);
  atomic.add<i32>(GENERATION, 1);
  if (members > 1) atomic.notify(GENERATION, -1);
}

export function meet(): void {
  if (arriveLast()) release();
}

// The next piece that nobody has taken yet.
export function claim(): i32 {
  if (ASC_FEATURE_THREADS) return atomic.add<i32>(CLAIMS, 1);
  const piece = load<i32>(CLAIMS);
  store<i32>(CLAIMS, piece + 1);
  return piece;
}
