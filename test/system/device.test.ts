import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { NetworkInterfaceInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findDevice, knownDevice, unstoredDevice } from '../../src/system/device.ts';
import { fakeSystem, realFs, realSystem } from './fake-system.ts';
import { makeFolder, removeFolders } from './places.ts';

/** The computer that the program believes to be on. */
let computer = { host: '', machine: '', card: '' };

const MACHINE_IDS = new Set(['/etc/machine-id', '/var/lib/dbus/machine-id', '/etc/hostid']);

const LAPTOP = { host: 'laptop.local', machine: '0'.repeat(31) + 'a', card: '00:16:3e:00:00:01' };
const DESKTOP = { host: 'desktop', machine: '0'.repeat(31) + 'b', card: '00:16:3e:00:00:02' };

let state: string;
let journal: string;
beforeEach(() => {
  const folder = makeFolder();
  [state, journal] = [join(folder, 'state'), join(folder, 'journal')];
  mkdirSync(journal);
  computer = LAPTOP;
  fakeSystem({
    os: {
      hostname: () => computer.host,
      networkInterfaces: () => ({ eth0: [{ internal: false, mac: computer.card } as NetworkInterfaceInfo] }),
    },
    fs: {
      readFileSync: ((file: string, ...more: []) =>
        MACHINE_IDS.has(file) ? computer.machine : realFs.readFileSync(file, ...more)) as typeof readFileSync,
    },
  });
});
afterEach(() => {
  realSystem();
  removeFolders();
});

const kept = (folder = state) => JSON.parse(readFileSync(join(folder, 'device.json'), 'utf8')) as object[];
/** The id of the device on some computer, which is kept then. */
function idOn(there: typeof computer, folder = state) {
  computer = there;
  return findDevice(folder, journal);
}

describe('the id of a device', () => {
  test('is made once, at the first entry', () => {
    expect(knownDevice(state)).toBeUndefined();
    const id = findDevice(state, journal);
    expect(id).toMatch(/^[a-z0-9]{8}$/);
    expect([knownDevice(state), findDevice(state, journal)]).toEqual([id, id]);
  });

  test.each([LAPTOP.machine, ''])('stays when the computer is called something else (machine id %j)', (machine) => {
    const id = idOn({ ...LAPTOP, machine });
    for (const host of ['laptop.fritz.box', 'laptop.local', 'localhost', 'office-1234']) {
      expect(idOn({ ...LAPTOP, machine, host })).toBe(id);
      expect(knownDevice(state)).toBe(id);
    }
    expect(kept()).toHaveLength(1);
  });

  test('outlives each sign, when one changes after the other', () => {
    const id = idOn(LAPTOP);
    idOn({ ...LAPTOP, host: 'new' });
    cpSync(state, `${state}-restored`, { recursive: true });
    renameSync(`${state}-restored`, (state = `${state}-2`));
    expect(idOn({ ...LAPTOP, host: 'new' })).toBe(id);
    expect(idOn({ ...LAPTOP, host: 'new', machine: DESKTOP.machine })).toBe(id);
    expect(kept()).toMatchObject([{ id, host: 'new' }]);
  });

  test.each([
    ['another computer', DESKTOP],
    ['one of the same name', { ...DESKTOP, host: LAPTOP.host }],
    ['a clone that was given a name', { ...LAPTOP, host: 'clone' }],
    ['a telephone', { ...DESKTOP, machine: '', host: LAPTOP.host }],
  ])('is another one in a copy of the folder on %s', (_what, there) => {
    const id = idOn({ ...LAPTOP, machine: there.machine && LAPTOP.machine });
    cpSync(state, `${state}-copy`, { recursive: true });
    computer = there;
    expect(knownDevice(`${state}-copy`)).toBeUndefined();
    const copied = findDevice(`${state}-copy`, journal);
    expect(copied).not.toBe(id);
    expect(idOn(there, `${state}-copy`)).toBe(copied);
    expect(idOn(LAPTOP)).toBe(id);
  });

  test('is another one in a clone of the whole disk, once that has its own card and name', () => {
    const id = idOn(LAPTOP);
    expect(idOn({ ...LAPTOP, host: 'clone', card: DESKTOP.card })).not.toBe(id);
  });

  test('is the same each time for each of two computers that share the folder', () => {
    const [laptop, desktop] = [idOn(LAPTOP), idOn(DESKTOP)];
    expect(desktop).not.toBe(laptop);
    expect([idOn(LAPTOP), idOn(DESKTOP), idOn(LAPTOP)]).toEqual([laptop, desktop, laptop]);
  });

  test('of a former version, which knew the name alone, stays; and from then on whatever the name is', () => {
    mkdirSync(state);
    writeFileSync(join(state, 'device.json'), JSON.stringify({ id: 'laptop22', host: LAPTOP.host }));
    expect(knownDevice(state)).toBe('laptop22');
    expect(idOn(LAPTOP)).toBe('laptop22');
    expect(idOn({ ...LAPTOP, host: 'laptop.fritz.box' })).toBe('laptop22');
  });

  test('does not give away the id of the system, or the address of a card', () => {
    idOn(LAPTOP);
    const text = readFileSync(join(state, 'device.json'), 'utf8');
    expect(text).not.toContain(LAPTOP.machine);
    expect(text).not.toContain(LAPTOP.card);
    expect(kept()).toMatchObject([{ machine: expect.any(String), cards: [expect.any(String)] }]);
  });
});

describe('where no id can be kept', () => {
  beforeEach(() => writeFileSync(state, 'a file in the place of the folder'));

  test('it is the same each time, whatever the computer is called', () => {
    const id = idOn(LAPTOP);
    expect(id).toMatch(/^host-[a-z0-9]+$/);
    expect(idOn({ ...LAPTOP, host: 'laptop.fritz.box' })).toBe(id);
    expect(unstoredDevice(journal)).toBe(id);
  });

  test('it is another one on another computer', () => {
    expect(idOn({ ...DESKTOP, host: LAPTOP.host })).not.toBe(idOn(LAPTOP));
  });

  test('it is another one on each telephone: they are all called localhost, and have no machine id', () => {
    const phone = { host: 'localhost', machine: '', card: '02:00:00:00:00:00' };
    const id = idOn(phone);
    expect(idOn(phone)).toBe(id);
    cpSync(journal, `${journal}-synced`, { recursive: true });
    expect(findDevice(state, `${journal}-synced`)).not.toBe(id);
  });
});
