/** A sentence that is on the screen for a while; an empty one removes the sentence before. */
export interface Notice {
  readonly text: string;
  readonly seconds: number;
}

const SECOND_MS = 1000;
const NO_NOTICE = { text: '', until: 0 };
const BRIEF_SECONDS = 10;

/** The notices of a session, as long as they are to be read. Times are milliseconds since 1970. */
export function createNotices() {
  let brief = NO_NOTICE;
  let long = NO_NOTICE;
  return {
    add: (notice: Notice | undefined, now: number): void => {
      if (!notice) return;
      const shown = { text: notice.text, until: now + notice.seconds * SECOND_MS };
      brief = shown;
      // What has to be done stays beside what a key did.
      if (notice.text === '' || notice.seconds > BRIEF_SECONDS) [brief, long] = [NO_NOTICE, shown];
    },
    textAt: (now: number): string => [brief, long].flatMap(({ text, until }) => (now < until ? text : [])).join(' '),
  };
}
