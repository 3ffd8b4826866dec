import { describe } from 'vitest';
import { findTool } from '../e2e/harness/tools.ts';

/** The package of Debian that each program is in. */
const PACKAGES: Readonly<Record<string, string>> = {
  'dbus-daemon': 'dbus',
  Xvfb: 'xvfb',
  dunst: 'dunst',
  dunstctl: 'dunst',
  'notify-send': 'libnotify-bin',
  gdbus: 'libglib2.0-bin',
  pulseaudio: 'pulseaudio',
  parec: 'pulseaudio-utils',
  paplay: 'pulseaudio-utils',
  'espeak-ng': 'espeak-ng',
  'spd-say': 'speech-dispatcher speech-dispatcher-espeak-ng',
  tmux: 'tmux',
  zsh: 'zsh',
  fish: 'fish',
  'systemd-analyze': 'systemd',
  xmllint: 'libxml2-utils',
  cron: 'cron',
  crontab: 'cron',
  unshare: 'util-linux',
};

/** Tests that need these programs. What is missing is named, with how to install it, and its tests are skipped. */
export function withPrograms(names: readonly string[], title: string, tests: () => void): void {
  const missing = names.filter((name) => findTool(name) === undefined);
  if (missing.length === 0) return void describe(title, tests);
  const packages = [...new Set(missing.map((name) => PACKAGES[name] ?? name))];
  console.warn(`Not tried: ${title}. Not installed: ${missing.join(', ')}. Run: apt install ${packages.join(' ')}`);
  describe.skip(title, tests);
}
