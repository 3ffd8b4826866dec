import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createFile, replaceFile } from './replace-file.ts';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** The id of this device, if it has ever written to a journal. */
export function knownDevice(stateFolder: string): string | undefined {
  const kept = readDevice(fileIn(stateFolder));
  return kept?.host === hostname() ? kept.id : undefined;
}

/**
 * The id of this device, made at its first entry and kept in the state folder: never in the journal's own folder,
 * which may be synced, or two devices would take one for theirs. A copied state folder is noticed by
 * the name of the host. Where nothing can be kept, the host's name stands in.
 */
export function findDevice(stateFolder: string): string {
  const host = hostname();
  const known = knownDevice(stateFolder);
  if (known !== undefined) return known;
  const id = Array.from({ length: 8 }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join('');
  try {
    return keepId(stateFolder, `${JSON.stringify({ id, host })}\n`) ?? id;
  } catch {
    return unkeptDevice();
  }
}

// Of several first entries at once one makes the file, and the others take its id. What another host,
// or a slip, has left there is replaced.
function keepId(stateFolder: string, text: string): string | undefined {
  const file = fileIn(stateFolder);
  if (createFile(file, text)) return undefined;
  const winner = knownDevice(stateFolder);
  if (winner === undefined) replaceFile(file, text);
  return winner;
}

/** What stands in where no id can be kept. */
export function unkeptDevice(): string {
  return `host-${hostname()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')}`;
}

function fileIn(stateFolder: string): string {
  return join(stateFolder, 'device.json');
}

function readDevice(file: string): { id: string; host: string } | undefined {
  try {
    const { id, host } = JSON.parse(readFileSync(file, 'utf8')) as { id?: unknown; host?: unknown };
    return typeof id === 'string' && /^[a-z0-9]{8}$/.test(id) && typeof host === 'string' ? { id, host } : undefined;
  } catch {
    return undefined;
  }
}
