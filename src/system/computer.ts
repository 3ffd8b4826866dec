import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';

/** What a computer is recognised by. */
export interface Signs {
  /** Its name, which macOS and some networks change with the place. */
  readonly host: string;
  /** The id that a Linux or BSD system was given when it was installed; macOS and Windows tell theirs only to programs. */
  readonly machine?: string;
  /** The number that the disk gives the state folder: a copy has another one. */
  readonly folder?: string;
  /** Its network cards. */
  readonly cards?: readonly string[];
}

const MACHINE_IDS = ['/etc/machine-id', '/var/lib/dbus/machine-id', '/etc/hostid'];

/**
 * The signs of this computer. No program is started for them; ids and addresses are made unreadable, as they are written
 * down.
 * @param folder the state folder
 */
export function signsOfComputer(folder: string): Signs {
  const [machine, inode] = [machineId(), inodeOf(folder)];
  return {
    host: hostname(),
    ...(machine !== undefined && { machine }),
    ...(inode !== undefined && { folder: inode }),
    // They are rarely needed, and asking the system for them takes as long as all else.
    get cards() {
      return networkCards();
    },
  };
}

/**
 * Whether signs that were written down are those of this computer. Each of them may change by itself: the name with
 * the network, the folder when a backup is restored, the machine id in a system that starts from nothing each time.
 * So two of the three have to agree; or the folder alone, where there is no machine id. If one differs, a network card
 * has to be known as well: the clone of a virtual machine has everything but the card.
 */
export function isSameComputer(former: Signs, now: Signs): boolean {
  const host = former.host === now.host;
  const machine = former.machine === now.machine;
  const folder = former.folder === now.folder;
  const hasMachine = former.machine !== undefined && now.machine !== undefined;
  // Written by a version that knew the name only, or on a disk that numbers nothing.
  if (former.folder === undefined) return host && (machine || !hasMachine);
  if (host && machine && folder) return true;
  const agree = hasMachine ? [host, machine, folder].filter(Boolean).length >= 2 : folder;
  return agree && mayShareCard(former.cards, now.cards);
}

function mayShareCard(former: readonly string[] = [], now: readonly string[] = []): boolean {
  return former.length === 0 || now.length === 0 || former.some((card) => now.includes(card));
}

/** The id of the system, made unreadable; none where it has none. */
export function machineId(): string | undefined {
  for (const file of MACHINE_IDS) {
    const id = textOf(file);
    if (id !== undefined && /^[0-9a-f-]{32,36}$/i.test(id)) return digest(id);
  }
  return undefined;
}

/** The number that the disk gives a folder, which stays when it is renamed; none where there is no such folder. */
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
    // Android doesn't tell.
    return [];
  }
}

// The second bit marks an address that nobody has burnt in: systems make one up for each network, containers for each
// start. Only QEMU gives its machines a lasting one of that kind.
function isMadeUp(mac: string): boolean {
  const first = Number.parseInt(mac.slice(0, 2), 16);
  return /^[0:]+$/.test(mac) || ((first & 2) !== 0 && !mac.startsWith('52:54:00'));
}

/** A few letters that are always the same for a text, and don't show it (FNV-1a, 32 bits). */
export function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text, 'utf8')) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}

/**
 * Tells a process that runs apart from all others, of this computer or another, that have had or will have its number.
 * @param stateFolder stands for the computer where the system doesn't number its starts
 * @returns nothing when no such process runs
 */
export function processSign(pid: number, stateFolder: string): string | undefined {
  const boot = textOf('/proc/sys/kernel/random/boot_id');
  if (boot === undefined) return runs(pid) ? (inodeOf(stateFolder) ?? hostname()) : undefined;
  // After the name, which may hold anything: the state, and 19 fields on the time at which it was started.
  const fields = textOf(`/proc/${pid}/stat`)?.replace(/^.*\)/s, '').trim().split(' ');
  const isOver = fields === undefined || 'ZX'.includes(fields[0]!);
  return isOver ? undefined : digest([boot, namespace(), fields[19]].join(' '));
}

// A container has numbers of its own for its processes.
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

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
