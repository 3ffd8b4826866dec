import { LineCounter, parseDocument } from 'yaml';
import { UsageError } from '../../errors.ts';
import { sanitize } from '../../text/sanitize.ts';
import { pluralize } from '../../text/plural.ts';
import type { Problem } from './fields.ts';
import { checkOwn } from './check-own.ts';
import { BAD_REFERENCES, yamlMistake } from './yaml-mistakes.ts';
import { type BuiltIn, ownStretches, type OwnStretches } from './own-stretches.ts';

/** The text of a file, and where it is. */
interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** This many mistakes are named; the others are counted. */
const NAMED = 5;

/**
 * Reads own stretches, as YAML or as JSON, which is YAML as well.
 * @throws UsageError that names the lines that are wrong
 */
export function readOwn({ path, text }: TextFile, builtIn: BuiltIn): OwnStretches {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number) => lines.linePos(offset).line;
  const [broken] = document.errors;
  if (broken) throw mistakes(path, [`line ${lineOf(broken.pos[0])}: ${yamlMistake(broken.code, broken.message)}`]);
  const value = valueOf(path, () => document.toJS({ maxAliasCount: 100 }) as unknown);
  const problems = checkOwn(value ?? {}, builtIn);
  if (problems.length > 0)
    throw mistakes(
      path,
      problems.map((problem) => lineText(problem)),
    );
  return ownStretches(value, builtIn);

  function lineText({ at, text: what }: Problem): string {
    // A field that is missing is looked for where it should be.
    const nodes = at.map((_, length) => document.getIn(at.slice(0, at.length - length), true));
    const node = nodes.find((one) => hasRange(one)) ?? document.contents;
    const line = hasRange(node) ? lineOf(node.range[0]) : 1;
    return `line ${line}: ${[nameOf(at), what].filter((part) => part !== '').join(' ')}`;
  }
}

/** The field of a problem; an item of a list by its number, from 1. */
function nameOf(at: Problem['at']): string {
  const last = at.at(-1);
  if (last === undefined) return '';
  return typeof last === 'number' ? `${at.at(-2)} ${last + 1}` : last;
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

// References to references could grow without end.
function valueOf(path: string, read: () => unknown): unknown {
  try {
    return read();
  } catch {
    throw mistakes(path, [BAD_REFERENCES]);
  }
}

function mistakes(path: string, found: readonly string[]): UsageError {
  const others = found.length - NAMED;
  const details = [...found.slice(0, NAMED), ...(others > 0 ? [`and ${pluralize(others, 'other mistake')}`] : [])];
  return new UsageError(`${path} can't be used`, {
    code: 'bad-own-stretches',
    hint: 'to see what it can say, run: unspasm help own-stretches',
    details: details.map((line) => sanitize(line)),
  });
}
