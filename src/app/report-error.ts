import manifest from '../../package.json' with { type: 'json' };
import { AlreadyReportedError, Cancelled, ignoreErrors, OperationError, UsageError } from '../errors.ts';
import type { Runtime } from '../runtime.ts';
import type { StandardOutput } from '../system/streams.ts';
import { breakLine } from '../text/break-line.ts';
import { sanitize } from '../text/sanitize.ts';
import { speaksUnicode } from '../terminal/capabilities.ts';
import { toAscii, toAsciiJson } from '../terminal/glyphs.ts';
import { openOutput } from '../terminal/output.ts';

const CANNOT = 1;
const WRONG_USAGE = 2;
const STOPPED = 130;

interface Reported {
  readonly exitCode: number;
  readonly code: string;
  readonly message: string;
  /** More lines of the message. */
  readonly details?: readonly string[];
  readonly hint: string;
}

/**
 * Reports an error on standard error. This is the one place that maps kinds of errors to exit codes.
 * @returns the exit code
 */
export function reportError(error: unknown, argv: readonly string[], { env, platform, stderr }: Runtime): number {
  if (error instanceof Cancelled) return STOPPED;
  if (error instanceof AlreadyReportedError) return CANNOT;
  const reported = describe(error);
  // The settings may be what is wrong, so they aren't used here.
  const isAscii = argv.includes('--ascii') || !speaksUnicode(env, platform);
  const spelled = (lines: readonly string[]) => (isAscii ? lines.map(toAscii) : lines);
  const output = openOutput(stderr);
  ignoreErrors(() => {
    if (argv.includes('--json'))
      output.document(`${isAscii ? toAsciiJson(asJson(reported)) : asJson(reported)}\n`, true);
    else output.lines(fitted(spelled(asText(reported)), stderr));
    if (argv.includes('--debug') && error instanceof Error) output.lines(spelled(traceOf(error)));
  });
  return reported.exitCode;
}

// A terminal would break words at its edge; a pipe has no edge.
function fitted(lines: readonly string[], stderr: StandardOutput): readonly string[] {
  const columns = stderr.isTerminal ? stderr.stream.columns : undefined;
  if (!columns) return lines;
  return lines.flatMap((line) => {
    const indent = line.startsWith(' ') ? '  ' : '';
    return breakLine(line.trimStart(), columns - 2).map((text, at) => (at === 0 ? indent : '  ') + text);
  });
}

function describe(error: unknown): Reported {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError || error instanceof OperationError) {
    const { code: known, details, hint } = error;
    return { exitCode: error instanceof UsageError ? WRONG_USAGE : CANNOT, code: known, message, details, hint };
  }
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (syscall === 'write') {
    const hint = 'check that the disk has room, and that the output is still open';
    return { exitCode: CANNOT, code: 'unwritable', message: `the output couldn't be written (${code})`, hint };
  }
  const hint = `please report this bug with the output of the same command run with --debug: ${manifest.bugs.url}`;
  return { exitCode: CANNOT, code: 'fault', message: `this is a bug in unspasm: ${message}`, hint };
}

// Many messages quote what was typed or read from a file: nothing in it may steer the terminal, or begin a line.
function asText({ message, details = [], hint }: Reported): string[] {
  return [`unspasm: ${message}`, ...[...details, hint].map((line) => `  ${line}`)].map(sanitize);
}

function asJson({ code, message, details = [], hint }: Reported): string {
  const whole = [message, ...details].join('\n  ');
  return JSON.stringify({ error: { code, message: whole, hint } });
}

// The stack begins with the message. Line breaks in that, such as those of a file's name, must not begin lines.
function traceOf({ stack = '', message }: Error): string[] {
  const from = Math.max(0, stack.indexOf(message)) + message.length;
  return [stack.slice(0, from), ...stack.slice(from).split('\n').filter(Boolean)];
}
