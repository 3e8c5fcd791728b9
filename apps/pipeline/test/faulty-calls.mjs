// To be imported before the command: counts the main thread's calls of Node's that change files (those of the second, if
// CALLS_OF says so, or those that read files of the user's), each a line of the file CALLS_TOLD, and ends the process at the
// call CALLS_AT, or has that call say CALLS_CODE.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isAbsolute } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const { CALLS_TOLD, CALLS_AT, CALLS_CODE, CALLS_OF, TMPDIR } = process.env;
const { writeSync } = fs;
const told = fs.openSync(CALLS_TOLD, 'a');
const opens = (name) => /^open(Sync)?$/.test(name);
const isRead = (flags) => flags === undefined || flags === 'r' || flags === 0;
const isOfReads = CALLS_OF === 'reads';
/** What is open already, what is where the command is called, and what it has laid down; not the command's own modules. */
const isOfUser = (subject) =>
  !(subject instanceof URL) &&
  (typeof subject !== 'string' || !isAbsolute(subject) || subject.startsWith(TMPDIR));
let calls = 0;

/** The error that a call is to give, if any. */
function fault(name, [subject, flags]) {
  if (isOfReads && !isOfUser(subject)) return undefined;
  if (opens(name) && isRead(flags) !== isOfReads) return undefined;
  writeSync(told, `${name}\n`);
  if (calls++ !== Number(CALLS_AT)) return undefined;
  if (CALLS_CODE === undefined) process.kill(process.pid, 'SIGKILL');
  const said = `${CALLS_CODE}: told so, ${name} '${subject}'`;
  return Object.assign(new Error(said), { code: CALLS_CODE, syscall: name });
}

function instead(holder, name, become) {
  const call = holder[name];
  holder[name] = function (...asked) {
    const error = fault(name, asked);
    return error === undefined ? call.apply(this, asked) : become(error, asked);
  };
}

const changes = [
  'copyFile',
  'link',
  'mkdir',
  'mkdtemp',
  'open',
  'rename',
  'rm',
  'rmdir',
  'unlink',
  'writeFile',
];
const reads = ['open', 'read', 'readFile', 'stat'];
if (isMainThread === (CALLS_OF !== 'second')) {
  for (const name of isOfReads ? reads : [...changes, 'write', 'writev']) {
    instead(fs, `${name}Sync`, (error) => {
      throw error;
    });
    instead(fs, name, (error, asked) => process.nextTick(asked.at(-1), error));
  }
  for (const name of isOfReads ? ['open', 'readFile', 'stat'] : changes)
    instead(fs.promises, name, (error) => Promise.reject(error));
  const handle = await fs.promises.open(process.execPath);
  for (const name of isOfReads ? ['read', 'readFile'] : ['datasync', 'sync', 'write', 'writeFile', 'writev'])
    instead(Object.getPrototypeOf(handle), name, (error) => Promise.reject(error));
  await handle.close();
  syncBuiltinESMExports();
}
