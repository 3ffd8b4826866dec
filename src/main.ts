import { findPage } from './help/find-page.ts';
import { printPage } from './app/print-page.ts';
import { reportError } from './app/report-error.ts';
import { type Runtime, thisProcess } from './runtime.ts';
import { ignoreErrors } from './errors.ts';
import { isClosedPipe } from './terminal/writer.ts';

/** What the scripts of `unspasm completion` call. Help pages don't mention it. */
const COMPLETE = '__complete';

/**
 * The program, from its arguments to its exit code.
 * Help and version are texts made by the build: no parser is loaded for them.
 * @param argv what was typed after `unspasm`
 * @param root the folder of the package
 * @param runtime the environment, streams, clock and signals of this run
 */
export async function main(argv: readonly string[], root: string, runtime: Runtime = thisProcess()): Promise<number> {
  try {
    if (argv[0] === COMPLETE) {
      const { answerShell } = await import('./completion/answer-shell.ts');
      return await answerShell(argv.slice(1), root, runtime);
    }
    if (printPage(argv, root, runtime.stdout)) return 0;
    const page = runtime.stdout.isTerminal ? findPage(argv, root, true) : undefined;
    if (page === undefined) {
      const { run } = await import('./app/program.ts');
      await run(argv, root, runtime);
    } else {
      const { showPage } = await import('./app/show-page.ts');
      await showPage(page, argv, root, runtime);
    }
    return 0;
  } catch (error) {
    return failed(error, argv, runtime);
  }
}

/**
 * Reports an error that nothing caught, such as a fault while a key is handled. The launcher calls it once the terminal
 * is restored.
 * @returns the exit code
 */
export function crash(error: unknown, argv: readonly string[]): number {
  const runtime = thisProcess();
  const { stderr } = runtime;
  // The cursor may still be at the end of a prompt.
  if (stderr.isTerminal) ignoreErrors(() => stderr.text('\n'));
  return failed(error, argv, runtime);
}

// The program that reads the output may have stopped reading: `unspasm guide | head -1`.
function failed(error: unknown, argv: readonly string[], runtime: Runtime): number {
  return isClosedPipe(error) ? 0 : reportError(error, argv, runtime);
}
