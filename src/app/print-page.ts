import { findPage } from '../help/find-page.ts';
import { standardOutput, type StandardOutput } from '../system/streams.ts';

/**
 * Prints the help page or the version that the arguments ask for, where the output isn't a screen. The launcher tries
 * this before it loads the program: these are texts of the build, in which nothing has to be made safe.
 * @param root the folder of the package
 * @returns whether that was all there was to do
 * @throws where the output can't be written
 */
export function printPage(argv: readonly string[], root: string, stdout: StandardOutput = standardOutput(1)): boolean {
  const page = stdout.isTerminal ? undefined : findPage(argv, root, false);
  if (page === undefined) return false;
  stdout.text(`${page}\n`);
  return true;
}
