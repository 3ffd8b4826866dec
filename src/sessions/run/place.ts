import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import { canAnswer } from '../../terminal/capabilities.ts';
import type { StoredSession } from '../core/stored-session.ts';
import type { SessionPorts } from '../ports.ts';
import { sessionStatusText } from '../views/status.ts';
import { leftInWords } from '../views/times.ts';

/** What has to be known of a session that is about to start. */
interface Starting {
  readonly context: Context;
  readonly ports: Pick<SessionPorts, 'sessionStore' | 'isInBackgroundOfShell' | 'clock'>;
  /** What is typed to start it in the background; absent where that can't be done. */
  readonly background?: string;
}

/**
 * Refuses to start a session beside another one, or where its keys would stop the program: before anything is asked.
 * @throws OperationError
 */
export function checkPlace({ context, ports, background }: Starting): void {
  const [running] = ports.sessionStore.running();
  if (running) throw inProgress(running, ports.clock.now());
  if (!canAnswer(context.capabilities) || !ports.isInBackgroundOfShell()) return;
  throw new OperationError('the shell started this with "&", where it can\'t read your keys', {
    code: 'in-background-of-shell',
    hint: background ? `leave the "&" out, and run: ${background}` : 'leave the "&" out, or use another window',
  });
}

/**
 * Says what to use instead where somebody at a terminal sees nothing of a session, as its lines go to a file or another
 * program.
 * @param background what is typed to start it in the background
 */
export function noteRedirected({ capabilities, note }: Context, background: string): void {
  const { terminal, errorTerminal, keyboard } = capabilities;
  if (terminal || !errorTerminal || !keyboard) return;
  note([
    `unspasm: what this session says goes to a file or another program, and this terminal waits for its end. To get your prompt back, press Ctrl-C and run: ${background}`,
  ]);
}

/** Takes the only place for a session. @throws OperationError where another one has it, as one that starts at the same time */
export function claimPlace({ sessionStore, mailbox, clock }: SessionPorts): void {
  mailbox.clear();
  if (!sessionStore.claim()) throw inProgress(sessionStore.running()[0], clock.now());
}

/** The error that another session is in progress, with what can be done. @param now milliseconds since 1970 */
function inProgress(running: StoredSession | undefined, now: number): OperationError {
  const which = running ? ` (${sessionStatusText(running, now, leftInWords)})` : '';
  return new OperationError(`another session is in progress${which}`, {
    code: 'session-in-progress',
    hint: 'to see it, run: unspasm attach. To end it, run: unspasm stop',
  });
}

/** The error that there is no session to act on. */
export function noSession(): OperationError {
  return new OperationError('no session is in progress', {
    code: 'no-session',
    hint: 'to start one, run: unspasm ice, heat, walk or stretch',
  });
}
