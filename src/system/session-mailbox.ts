import { lstatSync, readFileSync, renameSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ignoreErrors } from '../errors.ts';
import { readRequest, type Request, writeRequest } from '../sessions/core/commands.ts';
import { canAct } from './computer.ts';
import { sleep } from './patiently.ts';
import { FILE_MODE, makePrivateFolder } from './private-files.ts';
import { deleteFile, namesIn } from './lenient-files.ts';

/** The way from any terminal to the process that runs a session, and back. */
export interface SessionMailbox {
  /**
   * Sends a request to a session of this user, and waits for the answer.
   * @param pid the process that runs the session
   * @returns the answer, which is empty if it couldn't be written; undefined if the process doesn't take the request, which it then never will
   */
  readonly send: (pid: number, request: Request) => unknown;
  /** Takes requests to this process. @param take gets each once, with a way to answer it */
  readonly receive: (take: (request: Request, answer: (value: unknown) => void) => void) => Receiver;
  /** Deletes what an earlier process with the number of this one has left. */
  readonly clear: () => void;
}

export interface Receiver {
  /** Looks for requests. Where the system says when there is one, that isn't needed. */
  readonly look: () => void;
  readonly stop: () => void;
}

/** A session that is in progress takes a request at once, or where nobody tells it, at its next look. */
const PATIENCE_MS = 7000;
/** Once it was taken, the answer follows when it has been saved. */
const ANSWER_MS = 10_000;
const STEP_MS = 4;
const LARGEST_BYTES = 1_048_576;
const ASKED = /^(\d+)\.(\d+-\d+)\.([a-z0-9-]+)\.ask$/;

/**
 * The mailbox in the private folder of the sessions. A request is an empty file, and its name says everything: even on a
 * full disk, an ice pack can be confirmed to be off. Whoever deletes it has it: the session that follows it, or the
 * sender who has given up. Names are made of numbers and the words that `readRequest` knows, so nothing in them can lead
 * out of the folder.
 */
export function openSessionMailbox(folder: string): SessionMailbox {
  let sent = 0;
  return {
    send: (pid, request) => {
      sent += 1;
      const sender = `${process.pid}-${sent}`;
      const [asked, answer] = [join(folder, `${pid}.${sender}.${writeRequest(request)}.ask`), answerFile(pid, sender)];
      writeFileSync(asked, '', { mode: FILE_MODE });
      waitFor(() => !isThere(asked) || !canAct(pid), PATIENCE_MS);
      if (deleteFile(asked)) return undefined;
      waitFor(() => isThere(join(folder, answer)) || !canAct(pid), ANSWER_MS);
      return takeAnswer(join(folder, answer));
    },
    receive: (take) => {
      const look = () => {
        for (const { file, sender, request } of requestsTo(process.pid, folder))
          if (deleteFile(join(folder, file)) && request)
            take(request, (value) => ignoreErrors(() => post(folder, answerFile(process.pid, sender), value)));
      };
      const unwatch = watched(folder, look);
      // One that came before that.
      setImmediate(look);
      return { look, stop: unwatch };
    },
    clear: () => clear(folder, process.pid),
  };
}

function answerFile(pid: number, sender: string): string {
  return `${pid}.${sender}.answer`;
}

// In the order in which they were sent by each sender.
function requestsTo(pid: number, folder: string) {
  const names = namesIn(folder).flatMap((file) => {
    const [, to, sender, text] = ASKED.exec(file) ?? [];
    return Number(to) === pid && isOwn(join(folder, file))
      ? [{ file, sender: sender!, request: readRequest(text!) }]
      : [];
  });
  return names.toSorted((a, b) => a.file.localeCompare(b.file, 'en', { numeric: true }));
}

/** Whether a file is one of this user's own, and no link to another. */
function isOwn(file: string): boolean {
  try {
    const facts = lstatSync(file);
    const own = process.getuid?.();
    return facts.isFile() && (own === undefined || facts.uid === own);
  } catch {
    return false;
  }
}

// Some file systems and full tables of the kernel don't allow it: then each look has to find them.
function watched(folder: string, look: () => void): () => void {
  try {
    makePrivateFolder(folder);
    const watcher = watch(folder, { persistent: false }, look);
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => {};
  }
}

function clear(folder: string, pid: number): void {
  const isTo = (name: string) => name.startsWith(`${pid}.`) && /\.(?:ask|answer)$/.test(name);
  for (const name of namesIn(folder).filter(isTo)) deleteFile(join(folder, name));
}

function post(folder: string, file: string, value: unknown): void {
  const temporary = join(folder, `${file}.tmp`);
  // On a full disk an empty answer still says that the request was followed.
  ignoreErrors(() => writeFileSync(temporary, JSON.stringify(value), { mode: FILE_MODE }));
  renameSync(temporary, join(folder, file));
}

function takeAnswer(file: string): unknown {
  try {
    if (!isOwn(file) || lstatSync(file).size > LARGEST_BYTES) return {};
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  } finally {
    deleteFile(file);
  }
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

// The real time, whatever a clock says: a program that waits for an answer does nothing else.
function waitFor(holds: () => boolean, limitMs: number): void {
  const latest = performance.now() + limitMs;
  while (!holds() && performance.now() < latest) sleep(STEP_MS);
}
