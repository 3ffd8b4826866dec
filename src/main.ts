import { findPage } from './help/find-page.ts';
import { reportError } from './app/report-error.ts';
import { type Runtime, thisProcess } from './runtime.ts';
import type { StandardOutput } from './system/streams.ts';
import { quietly } from './terminal/exit-signals.ts';
import { isClosedPipe, openOutput } from './terminal/output.ts';

/** What the scripts of `unspasm completion` ask with; it is on no help page. */
const COMPLETE = '__complete';

/**
 * The program, from its arguments to its exit code.
 * Help and version are text that was made when the program was built: no parser is loaded for them.
 * @param argv what was typed after `unspasm`
 * @param root the folder of the package
 * @param runtime what it has around it
 */
export async function main(argv: readonly string[], root: string, runtime: Runtime = thisProcess()): Promise<number> {
  try {
    if (argv[0] === COMPLETE) {
      const { answerShell } = await import('./completion/answer.ts');
      return await answerShell(argv.slice(1), root, runtime);
    }
    const page = findPage(argv, root, runtime.stdout.isTerminal);
    if (page === undefined) {
      const { run } = await import('./app/program.ts');
      await run(argv, root, runtime);
    } else {
      openOutput(runtime.stdout).lines((await fitted(page, runtime.stdout)).split('\n'));
    }
    return 0;
  } catch (error) {
    return failed(error, argv, runtime);
  }
}

/**
 * Reports an error that nobody caught, such as a fault in the answer to a key: for the launcher, once the terminal is
 * given back.
 * @returns the exit code
 */
export function crash(error: unknown, argv: readonly string[]): number {
  const runtime = thisProcess();
  const { stderr } = runtime;
  // The cursor may still stand at the end of a prompt.
  if (stderr.isTerminal) quietly(() => stderr.text('\n'));
  return failed(error, argv, runtime);
}

// Whoever read the output may have had enough of it.
function failed(error: unknown, argv: readonly string[], runtime: Runtime): number {
  return isClosedPipe(error) ? 0 : reportError(error, argv, runtime);
}

// A phone's window is narrower than the pages are made; a pipe has no window.
async function fitted(page: string, stdout: StandardOutput): Promise<string> {
  if (!stdout.isTerminal) return page;
  const { inWindow } = await import('./help/narrow.ts');
  return inWindow(page, stdout.stream.columns);
}
