import { dirname, join } from 'node:path';
import type { Runtime } from '../runtime.ts';
import { homeFolder, type Places, placesOf } from '../system/paths.ts';
import { type Environment, NODE_PROGRAM } from '../system/programs.ts';
import type { TimerChange } from '../system/timer-files.ts';
import { findTimers, type Timer, type Timers } from '../system/timers.ts';
import type { TimerCommand } from './core/timer-texts.ts';

export type { Timer, TimerChange, Timers };

/** What the reminder of the plan needs of the computer. */
export interface PlanPorts {
  readonly findTimers: () => Promise<Timers>;
  /** What a timer has to run for a command of ours. */
  readonly commandFor: (args: readonly string[]) => TimerCommand;
}

/** Where the program has its files, and which day it is: a timer would use other ones without these. */
const KEPT = ['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_STATE_HOME', 'TZ'] as const;

/** The ports of one run. @param root the folder of the package @param node the full path of Node */
export function openPlanPorts({ env, platform }: Runtime, root: string, node = NODE_PROGRAM): PlanPorts {
  return {
    findTimers: () => findTimers({ env, platform, home: homeFolder(env) }),
    commandFor: (args) => ({
      program: node,
      args: [join(root, 'bin', 'unspasm.cjs'), ...args],
      env: keptOf(env, placesOf(env, platform)),
    }),
  };
}

function keptOf(env: Environment, { journal }: Places): Record<string, string> {
  const set = KEPT.flatMap((name) => (env[name] ? [[name, env[name]] as const] : []));
  // The home folder of a timer may be another one.
  return { ...(env['UNSPASM_DATA_DIR'] && { UNSPASM_DATA_DIR: dirname(journal) }), ...Object.fromEntries(set) };
}
