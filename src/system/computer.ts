import { readlinkSync, statSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { textOf } from './lenient-files.ts';

/** What a computer is recognised by. */
export interface Signs {
  /** Its name, which macOS and some networks change from place to place. */
  readonly host: string;
  /** The id that a Linux or BSD system was given when it was installed; on macOS and Windows it can't be read from a file. */
  readonly machine?: string;
  /** The inode number of the state folder, which a copy doesn't share. */
  readonly folder?: string;
  /** Its network cards. */
  readonly cards?: readonly string[];
}

const MACHINE_IDS = ['/etc/machine-id', '/var/lib/dbus/machine-id', '/etc/hostid'];

/**
 * The signs of this computer. No program is started to find them. Ids and addresses are hashed, as they are stored.
 * @param folder the state folder
 */
export function signsOfComputer(folder: string): Signs {
  const [machine, inode] = [machineId(), inodeOf(folder)];
  return {
    host: hostname(),
    ...(machine !== undefined && { machine }),
    ...(inode !== undefined && { folder: inode }),
    // They are rarely needed, and reading them takes as long as everything else together.
    get cards() {
      return networkCards();
    },
  };
}

/**
 * Whether stored signs are those of this computer. Each of them may change by itself: the name with
 * the network, the folder when a backup is restored, the machine id in a system that starts from nothing each time.
 * So two of the three have to agree; or the folder alone, where there is no machine id. If one differs, a network card
 * has to be known as well: the clone of a virtual machine has everything but the card.
 */
export function isSameComputer(former: Signs, now: Signs): boolean {
  const host = former.host === now.host;
  const machine = former.machine === now.machine;
  const folder = former.folder === now.folder;
  const hasMachine = former.machine !== undefined && now.machine !== undefined;
  // Stored by a version that only knew the name, or on a disk without inode numbers.
  if (former.folder === undefined) return host && (machine || !hasMachine);
  if (host && machine && folder) return true;
  const agree = hasMachine ? [host, machine, folder].filter(Boolean).length >= 2 : folder;
  return agree && mayShareCard(former.cards, now.cards);
}

function mayShareCard(former: readonly string[] = [], now: readonly string[] = []): boolean {
  return former.length === 0 || now.length === 0 || former.some((card) => now.includes(card));
}

/** The id of the system, hashed; undefined where it has none. */
export function machineId(): string | undefined {
  for (const file of MACHINE_IDS) {
    const id = textOf(file)?.trim();
    if (id !== undefined && /^[0-9a-f-]{32,36}$/i.test(id)) return digest(id);
  }
  return undefined;
}

/** The inode number of a folder, which stays when it is renamed; undefined where there is no such folder. */
export function inodeOf(folder: string): string | undefined {
  try {
    const { ino } = statSync(folder, { bigint: true });
    return ino === 0n ? undefined : ino.toString(36);
  } catch {
    return undefined;
  }
}

function networkCards(): string[] {
  try {
    const all = Object.values(networkInterfaces()).flatMap((addresses = []) => addresses);
    const real = all.filter(({ internal, mac }) => !internal && !isMadeUp(mac));
    return [...new Set(real.map(({ mac }) => digest(mac)))].toSorted();
  } catch {
    // Android doesn't allow this.
    return [];
  }
}

// The second bit marks an address that isn't built into a card: systems invent one for each network, containers for each
// start. Only QEMU gives its machines a permanent one of that kind.
function isMadeUp(mac: string): boolean {
  const first = Number.parseInt(mac.slice(0, 2), 16);
  return /^[0:]+$/.test(mac) || ((first & 2) !== 0 && !mac.startsWith('52:54:00'));
}

/** A short hash of a text (FNV-1a, 32 bits). */
export function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text, 'utf8')) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}

/**
 * Identifies a running process among all others, on this computer or another, that have or will have the same number.
 * @param stateFolder identifies the computer where the system has no boot id
 * @returns undefined when no such process runs
 */
export function processSign(pid: number, stateFolder: string): string | undefined {
  const boot = textOf('/proc/sys/kernel/random/boot_id')?.trim();
  if (boot === undefined) return runs(pid) ? (inodeOf(stateFolder) ?? hostname()) : undefined;
  const fields = factsOf(pid);
  const isOver = fields === undefined || 'ZX'.includes(fields[0]!);
  return isOver ? undefined : digest([boot, namespace(), fields[19]].join(' '));
}

/** Whether a process can do something now: it hasn't ended, and isn't stopped, as it is by Ctrl-Z. Only Linux tells the latter. */
export function canAct(pid: number): boolean {
  const [state] = factsOf(pid) ?? [];
  return state === undefined ? runs(pid) : !'ZXTt'.includes(state);
}

/** What Linux says of a process: its state first and, 19 fields later, the time at which it was started. */
function factsOf(pid: number): string[] | undefined {
  // They come after its name, which may contain anything.
  return textOf(`/proc/${pid}/stat`)?.replace(/^.*\)/s, '').trim().split(' ');
}

// A container numbers its processes independently.
function namespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
