import manifest from '../package.json' with { type: 'json' };
import { Cancelled, CannotError, ToldAlready, UsageError } from './errors.ts';
import type { StandardOutput } from './system/streams.ts';
import { breakLine } from './text/break-line.ts';
import { harmless } from './text/harmless.ts';
import { quietly } from './terminal/death.ts';
import { openOutput } from './terminal/output.ts';

const CANNOT = 1;
const WRONG_USAGE = 2;
const STOPPED = 130;

interface Reported {
  readonly exitCode: number;
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

/**
 * Tells the user of an error, on standard error, and gives its exit code: the one place that maps
 * kinds of errors to codes.
 */
export function tellFailure(error: unknown, argv: readonly string[], stderr: StandardOutput): number {
  if (error instanceof Cancelled) return STOPPED;
  if (error instanceof ToldAlready) return CANNOT;
  const reported = describe(error);
  const json = argv.includes('--json');
  const trace = argv.includes('--debug') && error instanceof Error ? [String(error.stack)] : [];
  const output = openOutput(stderr);
  quietly(() => {
    if (json) output.json(`${asJson(reported)}\n`);
    else output.lines(fitted(asText(reported), stderr));
    output.lines(trace);
  });
  return reported.exitCode;
}

// A terminal would cut words at its edge; a pipe has none.
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
  if (error instanceof UsageError) return { exitCode: WRONG_USAGE, code: error.code, message, hint: error.hint };
  if (error instanceof CannotError) return { exitCode: CANNOT, code: error.code, message, hint: error.hint };
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (syscall === 'write') return { exitCode: CANNOT, code: 'unwritable', message: `can't write the output (${code})` };
  const hint = `this is a fault in unspasm; please report it, with what the same command says with --debug: ${manifest.bugs.url}`;
  return { exitCode: CANNOT, code: 'fault', message: `unexpected: ${message}`, hint };
}

// What was typed, or stands in a file, is part of many messages: nothing in it may steer the terminal.
function asText({ message, hint }: Reported): string[] {
  return [...`unspasm: ${message}`.split('\n'), ...(hint ? [`  ${hint}`] : [])].map(harmless);
}

function asJson({ code, message, hint }: Reported): string {
  return JSON.stringify({ error: { code, message, ...(hint && { hint }) } });
}
