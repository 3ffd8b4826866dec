/** The errors of Windows while another process, such as a virus scanner, has the file open. */
const IN_USE: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** The same codes can mean that something is forbidden, which has to be reported soon. */
const LIMIT_MS = 1_000;
const FIRST_PAUSE_MS = 1;

/** For tests: the assumed system, and a wait that takes no time. */
export interface WaitPolicy {
  readonly platform?: string;
  /** Waits that many milliseconds. */
  readonly wait?: (ms: number) => void;
}

/**
 * Does something with a file. Windows refuses while another process has the file open, so there it is tried again for a
 * second, after longer and longer pauses. Other systems don't refuse for that reason, and it is done once.
 * @throws what was thrown last
 */
export function patiently<T>(act: () => T, { platform = process.platform, wait = sleep }: WaitPolicy = {}): T {
  let waited = 0;
  for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
    try {
      return act();
    } catch (error) {
      const mayPass = platform === 'win32' && IN_USE.has((error as NodeJS.ErrnoException).code);
      if (!mayPass || waited >= LIMIT_MS) throw error;
    }
    const next = Math.min(pause, LIMIT_MS - waited);
    wait(next);
    waited += next;
  }
}

/** Blocks the whole process for that many milliseconds. */
export function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
