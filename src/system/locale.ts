import { readlinkSync } from 'node:fs';
import type { LocaleHints } from '../triage/core/emergency-number.ts';
import type { Environment } from './programs.ts';

/** Where the computer seems to be, by its time zone and the region of its locale. No network or position is used. */
export function detectLocale(env: Environment, platform: string): LocaleHints {
  const zone = findZone(env, platform);
  const region = findRegion(env);
  return { ...(zone && { zone }), ...(region && { region }) };
}

/** The locale by which times are written, such as "en_US.UTF-8"; empty where none is named. */
export function timeLocale(env: Environment): string {
  return env['LC_ALL'] || env['LC_TIME'] || env['LANG'] || '';
}

function findRegion(env: Environment): string | undefined {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^[a-z]{2,3}[_-]([A-Z]{2})\b/.exec(locale)?.[1];
}

// `Intl` knows the zone on every system, but its first use costs half a Node start. Only Windows needs it, where there
// is no link to read.
function findZone(env: Environment, platform: string): string | undefined {
  if (env['TZ']) return zoneOfShell(env);
  if (platform === 'win32') return Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zoneOfComputer();
}

/** The time zone that the variable TZ names; undefined where it isn't set, or describes a zone by its rules. */
export function zoneOfShell(env: Environment): string | undefined {
  return /^:?((?:[A-Z][\w+-]*)(?:\/[\w+-]+)*)$/.exec(env['TZ'] ?? '')?.[1];
}

/** The time zone of the computer itself, where the system has a link to it. */
export function zoneOfComputer(): string | undefined {
  try {
    return /zoneinfo\/(?:posix\/|right\/)?(.+)$/.exec(readlinkSync('/etc/localtime'))?.[1];
  } catch {
    return undefined;
  }
}
