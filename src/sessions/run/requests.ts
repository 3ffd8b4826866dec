import type { Refusal } from '../core/commands.ts';
import { sessionFileText } from '../core/session-file.ts';
import type { Notice } from '../playback/notices.ts';
import type { PlayPorts, Taken } from '../playback/play.ts';
import type { PlaybackState } from '../playback/react.ts';
import { announcementFor } from '../views/announcement.ts';
import { replyText } from '../views/reply.ts';
import { noticeOf } from './announcer.ts';
import { recordOf } from './save.ts';
import type { SessionRun } from './session-run.ts';

/** What a session answers to a request. */
export interface Reply {
  readonly text: string;
  /** What the screen of the one who asked shows about it. */
  readonly notice?: Notice;
  /** Why it couldn't be followed. */
  readonly refusal?: Refusal;
  /** The session has ended by it. */
  readonly isOver?: true;
  /** How it ended, where it is up to the one who has ended it to ask what is still open. */
  readonly end?: SessionEnd;
}

/** How a session in the background ended. */
export interface SessionEnd {
  /** The text of the file of a session. */
  readonly session: string;
  /** When its alarm was answered, in milliseconds since 1970. */
  readonly answeredAt?: number | undefined;
  /** The id of its entry in the journal; absent if it has none. */
  readonly entry?: string | undefined;
  /** The journal couldn't be written. */
  readonly isLost?: boolean;
  /** The warning signs are to be checked. */
  readonly left?: PlaybackState['left'];
}

/** What became of a session in the journal. */
export type Saved = Pick<SessionEnd, 'entry' | 'isLost'>;

/** The requests to a session from other terminals. */
export interface Requests {
  readonly listen: NonNullable<PlayPorts['listen']>;
  /** Answers the request that has ended the session, now that it is saved. */
  readonly conclude: (played: PlaybackState, saved: Saved) => void;
}

/**
 * Lets other terminals send requests to a session.
 * @param isAskedHere whether what is still open at its end is asked at the terminal of the session itself
 */
export function openRequests(run: SessionRun, isAskedHere: boolean): Requests {
  const { ports } = run;
  let answerLast: ((end: SessionEnd) => void) | undefined;
  return {
    listen: (take) =>
      ports.mailbox.receive((request, answer) => {
        const taken = take(request);
        const reply = taken ? replyTo(taken, run) : { text: '', refusal: 'over' as const };
        if (isAskedHere || !reply.isOver) answer(reply);
        else answerLast = (end) => answer({ ...reply, end } satisfies Reply);
      }),
    conclude: (played, saved) => {
      const { answeredAt, left } = played;
      const stored = { v: 1 as const, pid: ports.sessionStore.pid, process: '', ...recordOf(run, played) };
      answerLast?.({ session: sessionFileText(stored), answeredAt, left, ...saved });
    },
  };
}

function replyTo({ state, signals, refusal }: Taken, { context, ports }: SessionRun): Reply {
  const { session, isOver } = state;
  const [words, now] = [context.content.sessions(), ports.clock.now()];
  const notice = noticeOf(signals.map((signal) => announcementFor(signal, session, words, now)));
  return {
    text: replyText(signals, session, words, now),
    ...(notice && { notice }),
    ...(refusal && { refusal }),
    ...(isOver && !refusal && { isOver }),
  };
}
