import type { SessionsContent } from '../../content/session-types.ts';
import type { Refusal } from '../core/commands.ts';
import type { Session, Signal } from '../core/state.ts';
import { announcementFor, isOnSkin, timeLeftText } from './announcement.ts';

/** What a session answers to somebody who has told it something: what has happened, in a line. */
export function replyText(signals: readonly Signal[], session: Session, words: SessionsContent, now: number): string {
  const { ended, script } = session;
  if (ended?.why === 'done') return `${script.name} is over.`;
  // Somebody who ends it early has a pack on the skin.
  if (ended) return isOnSkin(session) ? `Stopped. ${script.end.cue}` : 'Stopped.';
  const lines = signals.map((signal) => announcementFor(signal, session, words, now).line).filter(Boolean);
  return lines.length > 0 ? lines.join(' ') : timeLeftText(session, now);
}

/** Why a session can't do what it was told, and what can be done, as an error says it. */
export function refusalWords(
  refusal: Refusal,
  { script, alarm, ended, paused }: Session,
): { message: string; hint: string } {
  const name = script.name.toLowerCase();
  switch (refusal) {
    case 'over':
      return { message: `${name} is over already`, hint: 'see what was saved: unspasm log list' };
    case 'unconfirmed':
      return ended
        ? {
            message: `${name} is over, and nobody has said yet that it is off`,
            hint: 'to say that it is off, run: unspasm done',
          }
        : { message: `${name} waits for an answer: ${alarm?.cue ?? ''}`, hint: 'if all is well, run: unspasm done' };
    case 'hurts':
      return {
        message: `${name} has stopped because it hurts`,
        hint: 'to continue with the next part, run: unspasm attach. To end it, run: unspasm stop',
      };
    case 'paused':
      return paused?.waits
        ? { message: `${name} hasn't started yet`, hint: 'to start it, run: unspasm done' }
        : { message: `${name} is paused already`, hint: 'to continue, run: unspasm resume' };
    case 'not-paused':
      return { message: `${name} isn't paused`, hint: 'to see it, run: unspasm attach' };
    case 'nothing-asked':
      return {
        message: `${name} asks for nothing at the moment`,
        hint: paused ? 'to continue, run: unspasm resume' : 'to end it early, run: unspasm stop',
      };
    default:
      return refusal satisfies never;
  }
}
