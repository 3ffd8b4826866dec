import { currentStep, hasFurtherPart, type Session } from '../../session/state.ts';

/** A key, and what it does now. */
interface KeyHint {
  readonly key: string;
  readonly does: string;
  /** The same in a low window. */
  readonly brief: string;
}

/** The keys that do something at this moment, the most needed first. */
export function keysOf({ session }: { readonly session: Session }): KeyHint[] {
  if (session.alarm) return [hint('any key', session.alarm.answer ?? "it's off", session.alarm.answer ?? "it's off")];
  if (session.ended) return [hint('any key', 'on', 'on')];
  if (session.paused?.why === 'hurt') return hurtKeys(session);
  const ready = currentStep(session).kind === 'ready';
  return [
    ready
      ? hint('Enter', 'begin now', 'begin')
      : hint('space', session.paused ? 'go on' : 'pause', session.paused ? 'on' : 'pause'),
    hint('h', 'it hurts', 'hurts'),
    hint('q', 'stop', 'stop'),
    hint('+', 'longer', 'longer'),
    hint('n', 'next', 'next'),
    hint('b', 'back', ''),
  ];
}

function hurtKeys(session: Session): KeyHint[] {
  return [
    ...(hasFurtherPart(session) ? [hint('n', 'leave this one out', 'next one')] : []),
    hint('w', 'check the warning signs', 'warning signs'),
    hint('q', 'end', 'end'),
  ];
}

/** The keys as a line. */
export function keyText(keys: readonly KeyHint[], { rows, columns }: { rows: number; columns: number }): string {
  const low = rows < 16 || columns < 60;
  const shown = keys.filter(({ brief }) => !low || brief !== '');
  return shown
    .map(({ key, does, brief }) => `${key}\u00A0${low ? brief : does}`.replaceAll(' ', '\u00A0'))
    .join(low ? '  ' : '   ');
}

function hint(key: string, does: string, brief: string): KeyHint {
  return { key, does, brief };
}
