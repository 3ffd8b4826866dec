import type { Context } from '../../app/context.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Plan } from '../core/plan.ts';
import type { SessionPorts } from '../ports.ts';

/** A run of a session: what was decided on, and all that it may use. Its functions take this one value. */
export interface SessionRun {
  readonly context: Context;
  readonly ports: SessionPorts;
  readonly plan: Plan;
  readonly flags: SessionFlags;
}

/** How a session reaches people, and whether it is saved in the journal. */
export interface SessionFlags {
  /** Absent if nobody has said. */
  readonly speak?: boolean;
  readonly quiet: boolean;
  readonly keepAwake: boolean;
  readonly save: boolean;
  /** Whether it is to go on without this terminal. */
  readonly background: boolean;
  /** How figures are drawn, where somebody was just asked. */
  readonly figures?: Settings['figures'];
  /** Whether figures may move. */
  readonly motion: boolean;
}

/** The command of a copy of the program that goes on with a session. Help pages don't mention it. */
export const TAKE_OVER = '__session';
