import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import {
  canAct,
  digest,
  inodeOf,
  isSameComputer,
  processSign,
  type Signs,
  signsOfComputer,
} from '../../src/system/computer.ts';
import { PATIENCE_MS } from '../e2e/harness/patience.ts';
import { makeFolder, removeFolders } from './places.ts';

afterEach(removeFolders);

const HERE: Signs = { host: 'mac.local', machine: 'm1', folder: 'f1', cards: ['c1', 'c2'] };
const { machine: _none, ...WITHOUT_ID } = HERE;
const other = { host: 'mac.fritz.box', machine: 'm2', folder: 'f2', cards: ['c3'] };
/** Signs that differ from others in these. */
const but = (signs: Signs, ...names: (keyof typeof other)[]): Signs => ({
  ...signs,
  ...Object.fromEntries(names.map((name) => [name, other[name]])),
});

describe('a computer that was seen before', () => {
  test.each<[string, Signs, Signs]>([
    ['is the same in everything', HERE, HERE],
    ['has another name', HERE, but(HERE, 'host')],
    ['has its files from a backup', HERE, but(HERE, 'folder')],
    ['has another machine id at each start', HERE, but(HERE, 'machine')],
    ['has a new card, but no other sign', HERE, but(HERE, 'cards')],
    ['has another name, and more cards', HERE, { ...but(HERE, 'host'), cards: ['c2', 'c3'] }],
    ['has another name, and no network', HERE, { ...but(HERE, 'host'), cards: [] }],
    ['has no machine id', WITHOUT_ID, WITHOUT_ID],
    ['has no machine id, and another name', WITHOUT_ID, but(WITHOUT_ID, 'host')],
    ['has got a machine id', WITHOUT_ID, HERE],
    ['was known by its name alone', { host: 'mac.local' }, HERE],
  ])('%s', (_what, former, now) => {
    expect(isSameComputer(former, now)).toBe(true);
  });
});

describe('another computer', () => {
  test.each<[string, Signs, Signs]>([
    ['has a copy of the folder', HERE, but(HERE, 'host', 'machine', 'folder', 'cards')],
    ['has a copy of the folder, and the same name', HERE, but(HERE, 'machine', 'folder', 'cards')],
    ['has a copy of the folder, and a name of its own', HERE, but(HERE, 'host', 'folder')],
    ['shares the folder over the network', HERE, but(HERE, 'host', 'machine', 'cards')],
    ['is a clone with another card and name', HERE, but(HERE, 'host', 'cards')],
    ['is a clone with another card and machine id', HERE, but(HERE, 'machine', 'cards')],
    ['has a copy, no machine id, and the same name, as telephones have', WITHOUT_ID, but(WITHOUT_ID, 'folder')],
    ['is a clone without machine id', WITHOUT_ID, but(WITHOUT_ID, 'host', 'cards')],
    ['has another name than the one that alone was known', { host: 'mac.local' }, but(HERE, 'host')],
  ])('%s', (_what, former, now) => {
    expect(isSameComputer(former, now)).toBe(false);
  });
});

describe('the signs of this computer', () => {
  test('stay when the folder is moved, and not when it is copied', () => {
    const folder = join(makeFolder(), 'state');
    mkdirSync(folder);
    const before = signsOfComputer(folder);
    expect(before.folder).toMatch(/^\w+$/);
    cpSync(folder, `${folder}-copy`, { recursive: true });
    expect(signsOfComputer(`${folder}-copy`).folder).not.toBe(before.folder);
    renameSync(folder, `${folder}-moved`);
    expect(signsOfComputer(`${folder}-moved`)).toEqual(before);
  });

  test('have no number for a folder that is not there', () => {
    const missing = join(makeFolder(), 'state');
    expect(inodeOf(missing)).toBeUndefined();
    expect(signsOfComputer(missing)).not.toHaveProperty('folder');
  });

  test('are short, and always the same for a text', () => {
    expect(digest('')).toBe('ztntfp');
    expect(digest('a')).toBe((0xe40c292c).toString(36));
    expect(digest('3d1219c7c4c5404aaa1f6d2a48adfda4')).toMatch(/^[0-9a-z]{1,7}$/);
  });
});

describe('the sign of a process', () => {
  const state = '/';

  test('is its own, and stays', () => {
    const sign = processSign(process.pid, state);
    expect(sign).toBeTruthy();
    expect(processSign(process.pid, state)).toBe(sign);
  });

  test('is nothing where no process has that number', () => {
    expect(processSign(2 ** 30, state)).toBeUndefined();
  });

  test.runIf(process.platform === 'linux')('is another one than that of any other process', () => {
    expect(processSign(process.ppid, state)).not.toBe(processSign(process.pid, state));
  });

  test.runIf(process.platform === 'linux')(
    'is nothing for one that has ended, and that nobody has asked about',
    async () => {
      const child = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
      const pid = await new Promise<number>((resolve) => child.stdout.once('data', (text) => resolve(Number(text))));
      try {
        await expect.poll(() => processSign(pid, state), { timeout: PATIENCE_MS }).toBeUndefined();
        expect(() => process.kill(pid, 0)).not.toThrow();
      } finally {
        child.kill();
      }
    },
  );

  test.runIf(process.platform === 'linux')('can act unless it is stopped, or has ended', async () => {
    const child = spawn('sleep', ['60']);
    const [pid, can] = [child.pid!, () => canAct(child.pid!)];
    try {
      expect(can()).toBe(true);
      process.kill(pid, 'SIGSTOP');
      await expect.poll(can, { timeout: PATIENCE_MS }).toBe(false);
      process.kill(pid, 'SIGCONT');
      await expect.poll(can, { timeout: PATIENCE_MS }).toBe(true);
    } finally {
      child.kill('SIGKILL');
    }
    await expect.poll(can, { timeout: PATIENCE_MS }).toBe(false);
  });
});
