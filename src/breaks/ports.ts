import type { Runtime } from '../runtime.ts';
import type { Settings } from '../settings/settings.ts';
import { type BreaksStore, openBreaksStore } from '../system/breaks-store.ts';
import { findIdleTime } from '../system/idle.ts';
import type { Places } from '../system/paths.ts';
import { isSavingPower } from '../system/power-saver.ts';
import { settingsNow } from '../system/settings-file.ts';

/** What breaks need of the computer beside what sessions need. */
export interface BreakPorts {
  readonly store: BreaksStore;
  /** For how long nobody has touched the keyboard, in milliseconds; undefined where this computer can't tell. */
  readonly idle: () => Promise<number | undefined>;
  readonly isSavingPower: () => Promise<boolean>;
  /** The settings as they are saved now, or as they were before somebody made a mistake in their file. */
  readonly settings: () => Settings;
}

/** The ports of one run. */
export function openBreakPorts({ env, platform, clock }: Runtime, places: Places): BreakPorts {
  let idle: BreakPorts['idle'] | undefined;
  let settings = settingsNow(places.settings) ?? {};
  return {
    store: openBreaksStore(places.state),
    idle: () => (idle ??= findIdleTime(env, platform, clock.now))(),
    isSavingPower: () => isSavingPower(env, platform),
    settings: () => (settings = settingsNow(places.settings) ?? settings),
  };
}
