import type { Therapy } from '../../content/session-types.ts';
import type { Script } from '../core/script.ts';

/** A session that was decided on. */
export interface Plan {
  readonly script: Script;
  /** How long it is planned, in milliseconds, without getting ready first. */
  readonly planned: number;
  readonly form?: string;
  /** Its parts have names worth keeping, as those of stretches. */
  readonly namesParts: boolean;
  /** What has to be known before it begins. */
  readonly notes: readonly string[];
  /** Whose gap and daily cap it counts for. */
  readonly therapy?: Therapy;
}
