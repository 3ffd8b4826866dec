/** A held key repeats every 30 to 92 ms (Windows, X11; macOS, Linux console); separate key presses take longer. */
export const STILL_MS = 100;

/**
 * The same key again within this time is a second press of a trembling hand, which desktops leave out after 300 to
 * 500 ms where that is turned on. Nobody has read the screen that has come in between.
 */
export const BOUNCE_MS = 400;

/** The key that answered the screen before, and when it was last pressed: what several screens share. */
export interface LastAnswer {
  key?: string | undefined;
  at: number;
}

/** Makes an answer count only if the keyboard stays still after it. */
export interface KeyGuard {
  /**
   * Whether a key that was just pressed may be looked at; if not, it belongs to a burst and is dropped.
   * @param key its name, where pressing it twice mustn't answer two screens
   */
  readonly admits: (key?: string) => boolean;
  /** Acts on an answer once no other key has come for a while. @param wait milliseconds */
  readonly answer: (act: () => void, wait?: number) => void;
  /** Drops the answer that waits, because the next key completes it, as the 0 of 10 does. */
  readonly recall: () => void;
  readonly stop: () => void;
}

/**
 * Guards a screen against keys that were not meant for it: a key held down, or text typed ahead.
 * Such keys come in bursts. A burst answers nothing, and ends once the keyboard has been still.
 */
export function makeKeyGuard(last: LastAnswer = { at: 0 }): KeyGuard {
  let timer: NodeJS.Timeout | undefined;
  const wait = (act: () => void, time: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      act();
    }, time);
  };
  const recall = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  let pressed: LastAnswer = last;
  return {
    admits: (key) => {
      const now = { key, at: performance.now() };
      const isBounce = key !== undefined && key === last.key && now.at - last.at < BOUNCE_MS;
      // A hand may tremble more than twice.
      if (isBounce) last.at = now.at;
      if (timer === undefined && !isBounce) {
        pressed = now;
        return true;
      }
      wait(() => {}, STILL_MS);
      return false;
    },
    answer: (act, time = STILL_MS) =>
      wait(() => {
        last.key = pressed.key;
        last.at = pressed.at;
        act();
      }, time),
    recall,
    stop: recall,
  };
}
