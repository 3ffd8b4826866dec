import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ignoreErrors } from '../errors.ts';
import { digest, inodeOf, isSameComputer, machineId, type Signs, signsOfComputer } from './computer.ts';
import { makePrivateFolder } from './private-files.ts';
import { createFile, replaceFile } from './replace-file.ts';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
/** At most this many computers that share a state folder keep their ids. */
const MOST_DEVICES = 20;

interface Device extends Signs {
  readonly id: string;
}

/** The id of this device, if it has ever written to a journal. */
export function knownDevice(stateFolder: string): string | undefined {
  return ownAmong(readDevices(stateFolder), signsOfComputer(stateFolder))?.id;
}

/**
 * The id of this device, made for its first entry and stored in the state folder. It is never stored in the journal's
 * folder: that may be synced, and two devices would use the same id. It stays the same when the computer's name changes;
 * a different computer that finds it in a copied or shared state folder makes an id of its own.
 * @param journalFolder identifies the device where nothing can be stored
 */
export function findDevice(stateFolder: string, journalFolder: string): string {
  // The folder has to exist before its inode number can be read. If it can't be made, nothing can be stored either.
  ignoreErrors(() => makePrivateFolder(stateFolder));
  const signs = signsOfComputer(stateFolder);
  const devices = readDevices(stateFolder);
  const own = ownAmong(devices, signs);
  if (own && hasChanged(own, signs)) ignoreErrors(() => refresh(stateFolder, devices, own, signs));
  try {
    return own?.id ?? addDevice(stateFolder, devices, signs);
  } catch {
    return unstoredDevice(journalFolder);
  }
}

/** An id for where none can be stored: always the same on this computer, and different on others. */
export function unstoredDevice(journalFolder: string): string {
  return `host-${machineId() ?? digest(inodeOf(journalFolder) ?? '')}`;
}

function ownAmong(devices: readonly Device[], signs: Signs): Device | undefined {
  return devices.find((device) => isSameComputer(device, signs));
}

// If several processes write their first entry at once, one makes the file and the others use its id. A file without a
// valid id is replaced.
function addDevice(stateFolder: string, devices: readonly Device[], signs: Signs): string {
  const own: Device = { id: makeId(), ...signs };
  if (devices.length === 0 && createFile(fileIn(stateFolder), textOf([own]))) return own.id;
  const there = readDevices(stateFolder);
  const winner = ownAmong(there, signs);
  if (winner !== undefined) return winner.id;
  replaceFile(fileIn(stateFolder), textOf([own, ...there]));
  return own.id;
}

function makeId(): string {
  return Array.from({ length: 8 }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join('');
}

function hasChanged(own: Device, { host, machine, folder }: Signs): boolean {
  return own.host !== host || own.machine !== machine || own.folder !== folder;
}

// Over the years each sign may change; every time the other signs still identify this computer.
function refresh(stateFolder: string, devices: readonly Device[], own: Device, signs: Signs): void {
  const cards = [...new Set([...(signs.cards ?? []), ...(own.cards ?? [])])];
  const others = devices.filter((device) => device !== own);
  replaceFile(fileIn(stateFolder), textOf([{ ...own, ...signs, cards }, ...others]));
}

function textOf(devices: readonly Device[]): string {
  return `${JSON.stringify(devices.slice(0, MOST_DEVICES))}\n`;
}

function fileIn(stateFolder: string): string {
  return join(stateFolder, 'device.json');
}

/** The computers that have used this state folder, the last one first. A former version stored only one, by its name. */
function readDevices(stateFolder: string): Device[] {
  try {
    const stored = JSON.parse(readFileSync(fileIn(stateFolder), 'utf8')) as unknown;
    return [stored].flat().filter(isDevice);
  } catch {
    return [];
  }
}

function isDevice(stored: unknown): stored is Device {
  const { id, host, machine = '', folder = '', cards = [] } = (stored ?? {}) as Partial<Record<keyof Device, unknown>>;
  const areTexts = [id, host, machine, folder].every((value) => typeof value === 'string');
  return areTexts && Array.isArray(cards) && /^[a-z0-9]{8}$/.test(id as string);
}
