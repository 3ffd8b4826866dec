/** A held key repeats every 30 to 92 ms (Windows, X11; macOS, Linux console); separate key presses take longer. */
export const STILL_MS = 100;

/**
 * The same key again within this time is a second press of a trembling hand, which desktops leave out after 300 to
 * 500 ms where that is turned on. Nobody has read the screen that has come in between.
 */
export const BOUNCE_MS = 400;

/**
 * Notices the second press of a trembling hand.
 * @param elapsed milliseconds since any moment
 * @returns takes each key that is pressed; whether it is the same as the one before, and comes soon after it
 */
export function bounceNoticer(elapsed: () => number): (key: string) => boolean {
  let last = { key: '', at: 0 };
  return (key) => {
    const pressed = { key, at: elapsed() };
    const isBounce = key === last.key && pressed.at - last.at < BOUNCE_MS;
    // A hand may tremble more than twice.
    last = pressed;
    return isBounce;
  };
}

/** Makes an answer count only if the keyboard stays still after it. */
export interface KeyGuard {
  /**
   * Whether a key that was just pressed may be looked at; if not, it belongs to a burst and is dropped.
   * @param isBounce it is a second press that mustn't answer another screen
   */
  readonly admits: (isBounce?: boolean) => boolean;
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
export function makeKeyGuard(): KeyGuard {
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
  return {
    admits: (isBounce = false) => {
      if (timer === undefined && !isBounce) return true;
      wait(() => {}, STILL_MS);
      return false;
    },
    answer: (act, time = STILL_MS) => wait(act, time),
    recall,
    stop: recall,
  };
}
