import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BOUNCE_MS, bounceNoticer, makeKeyGuard } from '../../src/terminal/key-guard.ts';

/** Somebody at a screen on which each key is an answer. @returns how many of these keys count */
async function answersTo(pauses: readonly number[]): Promise<number> {
  const guard = makeKeyGuard();
  let answers = 0;
  for (const pause of pauses) {
    if (guard.admits()) guard.answer(() => (answers += 1));
    await vi.advanceTimersByTimeAsync(pause);
  }
  return answers;
}

/** Somebody who presses keys, each after a pause, where every answer brings the next screen. @returns the answers */
async function screensAnswered(presses: readonly (readonly [key: string, pause: number])[]): Promise<number> {
  const bounces = bounceNoticer(() => performance.now());
  let answers = 0;
  let guard = makeKeyGuard();
  for (const [key, pause] of presses) {
    await vi.advanceTimersByTimeAsync(pause);
    if (guard.admits(bounces(key)))
      guard.answer(() => {
        answers += 1;
        guard = makeKeyGuard();
      });
  }
  await vi.advanceTimersByTimeAsync(BOUNCE_MS);
  return answers;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a key', () => {
  it('counts once the keyboard was still for a tenth of a second', async () => {
    expect(await answersTo([99])).toBe(0);
    expect(await answersTo([100])).toBe(1);
  });

  // Windows and X11 repeat every 30 ms, macOS and the Linux console every 92.
  it.each([30, 92])('that is held down and comes again every %i ms answers nothing', async (pause) => {
    expect(await answersTo(Array.from({ length: 50 }, () => pause))).toBe(0);
  });

  it('counts again after a burst, once that is over', async () => {
    expect(await answersTo([30, 30, 30, 100, 100])).toBe(1);
  });

  it('of a finger that types one answer after the other counts each time', async () => {
    expect(await answersTo([120, 150, 200])).toBe(3);
  });
});

describe('an answer that waits', () => {
  it('may wait longer, and is dropped when the screen goes or another key completes it', async () => {
    const guard = makeKeyGuard();
    const done = vi.fn<() => void>();
    guard.answer(done, 700);
    await vi.advanceTimersByTimeAsync(699);
    expect(done).not.toHaveBeenCalled();
    guard.recall();
    expect(guard.admits()).toBe(true);
    guard.answer(done, 700);
    guard.stop();
    await vi.advanceTimersByTimeAsync(1000);
    expect(done).not.toHaveBeenCalled();
  });
});

describe('a hand that trembles', () => {
  it.each([150, 250, BOUNCE_MS - 1])(
    'does not answer the next screen when it presses again %i ms later',
    async (ms) => {
      expect(
        await screensAnswered([
          ['n', 0],
          ['n', ms],
        ]),
      ).toBe(1);
      expect(
        await screensAnswered([
          ['n', 0],
          ['n', ms],
          ['n', ms],
          ['n', ms],
        ]),
      ).toBe(1);
    },
  );

  it('answers the next screen with another key, or with the same after a moment', async () => {
    expect(
      await screensAnswered([
        ['n', 0],
        ['u', 150],
      ]),
    ).toBe(2);
    expect(
      await screensAnswered([
        ['n', 0],
        ['n', BOUNCE_MS],
      ]),
    ).toBe(2);
  });
});
