import type { Answer } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError, whyNotWritten } from '../../errors.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import type { Request } from '../core/commands.ts';
import { planToResume } from '../core/plan.ts';
import { readSessionFile } from '../core/session-file.ts';
import type { StoredSession } from '../core/stored-session.ts';
import type { SessionPorts } from '../ports.ts';
import { refusalWords } from '../views/reply.ts';
import { statusDocument } from '../views/status.ts';
import type { PlaybackState } from '../playback/react.ts';
import { askWhatIsOpen } from './follow-up.ts';
import { noSession } from './place.ts';
import type { Reply, SessionEnd } from './requests.ts';

/** The newest entries, among which that of a session that has just ended is. */
const ENOUGH_ENTRIES = 50;

/** The session in progress. @throws OperationError if there is none */
export function runningSession({ sessionStore }: Pick<SessionPorts, 'sessionStore'>): StoredSession {
  const [newest] = sessionStore.running().toSorted((a, b) => b.session.startedAt - a.session.startedAt);
  if (!newest) throw noSession();
  return newest;
}

/**
 * Tells the session in progress to do something, and says what happened. Where this has ended a session in the
 * background, what is still open is asked here.
 * @param asks whether somebody wants more than a document
 * @throws OperationError where there is no session, or it can't do that
 */
export async function steer(context: Context, request: Request, asks: boolean): Promise<Answer> {
  const ports = await context.ports();
  const running = runningSession(ports);
  const reply = send(ports, running, request);
  if (reply.refusal) {
    const { message, hint } = refusalWords(
      reply.refusal,
      ports.sessionStore.of(running.pid)?.session ?? running.session,
    );
    throw new OperationError(message, { code: reply.refusal, hint });
  }
  const now = ports.clock.now();
  return {
    document: () => ({
      text: reply.text,
      ...statusDocument(ports.sessionStore.running(), [], now),
      entry: reply.end?.entry ?? null,
    }),
    lines: () => [reply.text],
    ...(asks && reply.end && { after: () => conclude(context, running, reply.end!) }),
  };
}

/** Sends a request to the process of a session. @throws OperationError where it doesn't answer */
export function send({ mailbox }: SessionPorts, { pid }: StoredSession, request: Request): Reply {
  const answer = delivered(() => mailbox.send(pid, request));
  if (answer !== undefined) return isReply(answer) ? answer : UNHEARD;
  throw new OperationError("the session doesn't answer", {
    code: 'no-answer',
    hint: 'if it was stopped with Ctrl-Z, go to its window and type fg',
  });
}

/** What is said where a session has followed a request, but couldn't write what happened. */
const UNHEARD: Reply = {
  text: "The session got the message, but its answer couldn't be saved. Check that the disk has room. To see what it does, run: unspasm status",
};

function isReply(value: unknown): value is Reply {
  return typeof (value as Partial<Reply> | null)?.text === 'string';
}

function delivered(deliver: () => unknown): unknown {
  try {
    return deliver();
  } catch (error) {
    throw new OperationError(`the session couldn't be reached: ${whyNotWritten(error)}`, {
      code: 'not-sent',
      hint: 'check that the disk has room',
    });
  }
}

/** Asks what is still open after a session that ran in the background, and says what it came to. */
export async function conclude(context: Context, { pid }: StoredSession, end: SessionEnd): Promise<void> {
  if (end.isLost) return context.note(["unspasm: this session couldn't be saved. The next one will ask about it."]);
  const stored = readSessionFile(JSON.parse(end.session), pid);
  if (!stored) return;
  const { session, painBefore } = stored;
  const { answeredAt, left, entry } = end;
  const saved = context.journal.newest(ENOUGH_ENTRIES).entries.find(({ id }) => id === entry);
  const played: PlaybackState = {
    session,
    isOver: true,
    ...(painBefore !== undefined && { pain: { value: painBefore, at: 0 } }),
    ...(answeredAt !== undefined && { answeredAt }),
    ...(left && { left }),
  };
  await askWhatIsOpen(context, planToResume(stored, context.content.therapies().therapies), played, saved);
  if (saved && !mayAsk(context.capabilities))
    context.print(['To log your pain now, run it with your number: unspasm log 4']);
  if (left === 'signs') await context.start('triage');
}
