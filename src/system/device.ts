import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest, inodeOf, isSameComputer, machineId, type Signs, signsOfComputer } from './computer.ts';
import { makePrivateFolder } from './private-files.ts';
import { createFile, replaceFile } from './replace-file.ts';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
/** So many computers that share a state folder keep their ids. */
const KEPT = 20;

interface Device extends Signs {
  readonly id: string;
}

/** The id of this device, if it has ever written to a journal. */
export function knownDevice(stateFolder: string): string | undefined {
  return ownAmong(readDevices(stateFolder), signsOfComputer(stateFolder))?.id;
}

/**
 * The id of this device, made at its first entry and kept in the state folder: never in the journal's own folder,
 * which may be synced, or two devices would take one for theirs. It stays whatever the computer is called today; another
 * computer that finds it in a copied or shared state folder makes one of its own.
 * @param journalFolder stands for the device where nothing can be kept
 */
export function findDevice(stateFolder: string, journalFolder: string): string {
  // It has to be there for its number to be known. Where it can't be made, nothing can be kept either.
  quietly(() => makePrivateFolder(stateFolder));
  const signs = signsOfComputer(stateFolder);
  const devices = readDevices(stateFolder);
  const own = ownAmong(devices, signs);
  if (own && hasChanged(own, signs)) quietly(() => refresh(stateFolder, devices, own, signs));
  try {
    return own?.id ?? addDevice(stateFolder, devices, signs);
  } catch {
    return unkeptDevice(journalFolder);
  }
}

/** What stands in where no id can be kept: the same at each start, and another one on another computer. */
export function unkeptDevice(journalFolder: string): string {
  return `host-${machineId() ?? digest(inodeOf(journalFolder) ?? '')}`;
}

function ownAmong(devices: readonly Device[], signs: Signs): Device | undefined {
  return devices.find((device) => isSameComputer(device, signs));
}

// Of several first entries at once one makes the file, and the others take its id. What a slip has left there is
// replaced.
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

// One sign after the other may change in the course of years: each time the others tell that it is this computer.
function refresh(stateFolder: string, devices: readonly Device[], own: Device, signs: Signs): void {
  const cards = [...new Set([...(signs.cards ?? []), ...(own.cards ?? [])])];
  const others = devices.filter((device) => device !== own);
  replaceFile(fileIn(stateFolder), textOf([{ ...own, ...signs, cards }, ...others]));
}

function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // The id is known, or made, all the same.
  }
}

function textOf(devices: readonly Device[]): string {
  return `${JSON.stringify(devices.slice(0, KEPT))}\n`;
}

function fileIn(stateFolder: string): string {
  return join(stateFolder, 'device.json');
}

/** The computers that have used this state folder, the latest first. A former version kept one, with its name alone. */
function readDevices(stateFolder: string): Device[] {
  try {
    const kept = JSON.parse(readFileSync(fileIn(stateFolder), 'utf8')) as unknown;
    return [kept].flat().filter(isDevice);
  } catch {
    return [];
  }
}

function isDevice(kept: unknown): kept is Device {
  const { id, host, machine = '', folder = '', cards = [] } = (kept ?? {}) as Partial<Record<keyof Device, unknown>>;
  const areTexts = [id, host, machine, folder].every((value) => typeof value === 'string');
  return areTexts && Array.isArray(cards) && /^[a-z0-9]{8}$/.test(id as string);
}
