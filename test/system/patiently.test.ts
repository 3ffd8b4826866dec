import { describe, expect, test } from 'vitest';
import { patiently } from '../../src/system/patiently.ts';

/** Something that is refused so many times. */
function refused(times: number, code: string) {
  let tried = 0;
  return {
    act: () => {
      tried += 1;
      if (tried <= times) throw Object.assign(new Error(`${code}: rename`), { code });
      return 'done';
    },
    tried: () => tried,
  };
}

/** A system, and how long was waited on it. */
function system(platform: string) {
  const waits: number[] = [];
  return { platform, wait: (ms: number) => void waits.push(ms), waits };
}

describe('on Windows', () => {
  test.each(['EPERM', 'EACCES', 'EBUSY'])('%s is tried again until it works', (code) => {
    const { act, tried } = refused(6, code);
    const windows = system('win32');
    expect(patiently(act, windows)).toBe('done');
    expect(tried()).toBe(7);
    expect(windows.waits).toEqual([1, 2, 4, 8, 16, 32]);
  });

  test('what is refused for good is thrown after a second', () => {
    const windows = system('win32');
    expect(() => patiently(refused(Infinity, 'EPERM').act, windows)).toThrow('EPERM: rename');
    expect(windows.waits.reduce((sum, ms) => sum + ms)).toBe(1_000);
  });

  test('no other error is tried again', () => {
    const { act, tried } = refused(1, 'ENOSPC');
    expect(() => patiently(act, system('win32'))).toThrow('ENOSPC');
    expect(tried()).toBe(1);
  });
});

test.each(['linux', 'darwin', 'freebsd'])('on %s it is done once: there it is refused for good', (platform) => {
  const { act, tried } = refused(1, 'EPERM');
  expect(() => patiently(act, system(platform))).toThrow('EPERM');
  expect(tried()).toBe(1);
});
