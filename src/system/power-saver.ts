import { askProgram } from './ask-program.ts';
import { type Environment, findProgram } from './programs.ts';
import { textOf } from './lenient-files.ts';

/** Where Linux has the profile that firmware and desktop have agreed on. */
const PROFILE_FILE = '/sys/firmware/acpi/platform_profile';

/** power-profiles-daemon, which desktops on Linux set. */
const PROFILES =
  'call --system --timeout 2 --dest net.hadess.PowerProfiles --object-path /net/hadess/PowerProfiles --method org.freedesktop.DBus.Properties.Get net.hadess.PowerProfiles ActiveProfile'.split(
    ' ',
  );

/**
 * Whether the computer is saving its battery, as far as that can be told; false where it can't.
 * @param profileFile where the profile is on Linux
 */
export async function isSavingPower(env: Environment, platform: string, profileFile = PROFILE_FILE): Promise<boolean> {
  if (platform === 'darwin') return /\blowpowermode\s+1\b/.test(await answerOf('pmset', ['-g'], env));
  if (platform === 'win32') return false;
  if (textOf(profileFile)?.trim() === 'low-power') return true;
  return (await answerOf('gdbus', PROFILES, env)).includes("'power-saver'");
}

async function answerOf(name: string, args: readonly string[], env: Environment): Promise<string> {
  const program = findProgram([name], env);
  return (program !== undefined && (await askProgram({ program, args, env }))) || '';
}
