import type { EventKind } from './machine.ts';
import type { Press } from './keys.ts';
import { currentStep, type Session } from './state.ts';

/** What somebody can tell a session from any terminal. "done" says that what it asks for has been done. */
export const COMMANDS = ['stop', 'pause', 'resume', 'done', 'extend'] as const;
export type CommandName = (typeof COMMANDS)[number];

export interface Command {
  readonly name: CommandName;
  /** For "extend": by how many minutes; absent for the usual bit. */
  readonly minutes?: number;
}

/** What is sent to a session: a command, or a key that was pressed where it is shown. */
export type Request = { readonly command: Command } | { readonly press: Press };

/** Why a command can't be followed at this moment. */
export type Refusal = 'over' | 'unconfirmed' | 'hurts' | 'paused' | 'not-paused' | 'nothing-asked';

/** What a command comes to at this moment: an event of the session, or the reason why not. */
export function commandMeans({ name }: Command, session: Session): { event: EventKind } | { refusal: Refusal } {
  const { ended, alarm, paused } = session;
  const asks = alarm !== undefined;
  if (ended && !alarm) return { refusal: 'over' };
  if (name === 'done') return confirms(session);
  // Only somebody who says so has taken it off.
  if (ended) return { refusal: 'unconfirmed' };
  if (name === 'stop') return { event: 'stop' };
  if (paused?.why === 'hurt') return { refusal: 'hurts' };
  if (name === 'pause') return paused ? { refusal: 'paused' } : { event: 'pause' };
  if (name === 'resume') return paused ? { event: 'resume' } : { refusal: asks ? 'unconfirmed' : 'not-paused' };
  return { event: 'extend' };
}

function confirms(session: Session): { event: EventKind } | { refusal: Refusal } {
  if (session.alarm) return { event: 'acknowledge' };
  if (session.check && !session.paused) return { event: 'confirm' };
  if (session.paused?.why === 'hurt') return { refusal: 'hurts' };
  if (currentStep(session).kind === 'ready') return { event: 'skip' };
  return { refusal: 'nothing-asked' };
}

/** A request in letters, digits and hyphens, so that it can be the name of a file. */
export function writeRequest(request: Request): string {
  if ('press' in request) return `press-${hex(request.press)}`;
  const { name, minutes } = request.command;
  return minutes === undefined ? name : `${name}-${minutes}`;
}

/** Reads a request; undefined if it isn't one. */
export function readRequest(text: string): Request | undefined {
  const [, kind = '', value] = /^([a-z]+)(?:-([0-9a-f]{1,120}))?$/.exec(text) ?? [];
  if (kind === 'press') return value === undefined ? undefined : { press: unhex(value) };
  const name = COMMANDS.find((one) => one === kind);
  if (!name || (value !== undefined && !/^\d{1,4}$/.test(value))) return undefined;
  return { command: { name, ...(value !== undefined && { minutes: Number(value) }) } };
}

function hex(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function unhex(digits: string): string {
  const bytes = digits.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
