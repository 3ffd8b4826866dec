/** Lets several waiters look again each time something has changed. */
export class Changes {
  readonly #waiters = new Set<() => void>();

  /** Says that something has changed. */
  announce(): void {
    for (const look of this.#waiters) look();
  }

  /**
   * Waits until `isTrue` holds and answers true, or false after `timeoutMs`.
   * It answers rather than throws so that the error is made by the caller,
   * whose stack still leads to the line of the test.
   */
  until(isTrue: () => boolean, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const finish = (answer: boolean): void => {
        clearTimeout(timer);
        this.#waiters.delete(look);
        resolve(answer);
      };
      const look = (): void => {
        if (isTrue()) finish(true);
      };
      const timer = setTimeout(() => finish(isTrue()), timeoutMs);
      this.#waiters.add(look);
      look();
    });
  }
}
