import { UsageError } from '../errors.ts';
import type { Runtime } from '../runtime.ts';
import { SCHEMA_VERSION } from '../schema-version.ts';
import { saveText } from '../system/text-files.ts';
import type { Capabilities } from '../terminal/capabilities.ts';
import { makeGlyphs, toAscii, toAsciiJson, toConsole } from '../terminal/glyphs.ts';
import { documentToTerminal, openOutput } from '../terminal/output.ts';
import { fit, LOW_WINDOW, type Page } from '../terminal/page.ts';
import { loadStyle } from '../terminal/style.ts';
import { textWidth } from '../text/wrap.ts';

export interface WindowSize {
  readonly columns: number;
  readonly rows: number;
}

/** What a command writes with. */
export interface Printing {
  /** What views need to know of standard output. */
  readonly page: Page;
  /** The window, as it is now. */
  readonly size: () => WindowSize;
  /** Writes lines to standard output. */
  readonly print: (lines: readonly string[]) => void;
  /** Writes a document to standard output: to a pipe or a file unchanged, to a terminal as it can show it. */
  readonly printText: (text: string, isJson?: boolean) => void;
  /** Writes the one document of a `--json` run. */
  readonly printJson: (document: object) => void;
  /** Writes one document of several, on a line of its own and in ASCII. */
  readonly printJsonLine: (document: object) => void;
  /** Writes lines to standard error. */
  readonly note: (lines: readonly string[]) => void;
  /**
   * Writes a document to a file of the user's.
   * @returns whether it is a file now, and not a pipe or a device
   * @throws OperationError when it can't, or must not replace what is there
   */
  readonly saveText: (path: string, text: string, replace: boolean, isJson?: boolean) => boolean;
  /** Writes a document that isn't text to standard output. @throws UsageError on a terminal */
  readonly printBytes: (bytes: Buffer) => void;
  /** The same to a file of the user's. @throws OperationError as for text */
  readonly saveBytes: (path: string, bytes: Buffer, replace: boolean) => boolean;
}

/** What text has to be turned into for this terminal. @returns the same text where it can show any */
export function spellingFor({ unicode, blocks }: Capabilities): (text: string) => string {
  if (unicode) return (text) => text;
  return blocks ? toConsole : toAscii;
}

/** Opens standard output and standard error. */
export async function openPrinting({ stdout, stderr }: Runtime, capabilities: Capabilities): Promise<Printing> {
  const [out, err] = [openOutput(stdout), openOutput(stderr)];
  const spellText = spellingFor(capabilities);
  const spellJson = capabilities.unicode ? (json: string) => json : toAsciiJson;
  const size = () => windowSize(capabilities, stdout);
  // A terminal would break words at its edge; a pipe has no edge.
  const fitted = (lines: readonly string[], isTerminal: boolean) => (isTerminal ? fit(lines, size().columns) : lines);
  // In letters that the terminal doesn't know, bytes of one could be taken for control characters.
  const forTerminal = (text: string, isJson = false) => (isJson ? spellJson(text) : spellText(text));
  return {
    page: await pageOf(capabilities, size),
    size,
    print: (lines) => out.lines(fitted(lines.map(spellText), stdout.isTerminal)),
    printText: (text, isJson) => out.document(stdout.isTerminal ? forTerminal(text, isJson) : text, isJson),
    printJson: (document) => out.document(`${spellJson(JSON.stringify(versioned(document), undefined, 2))}\n`, true),
    printJsonLine: (document) => out.document(`${toAsciiJson(JSON.stringify(versioned(document)))}\n`, true),
    note: (lines) => err.lines(fitted(lines.map(spellText), stderr.isTerminal)),
    saveText: (path, text, replace, isJson) =>
      saveText(path, text, { replace, forTerminal: () => documentToTerminal(forTerminal(text, isJson), isJson) }),
    printBytes: (bytes) => {
      if (stdout.isTerminal || !stdout.bytes) refuseTerminal();
      stdout.bytes(bytes);
    },
    saveBytes: (path, bytes, replace) => saveText(path, bytes, { replace, forTerminal: refuseTerminal }),
  };
}

function refuseTerminal(): never {
  const hint = 'give the name of a file, or send it to another program';
  throw new UsageError("a PDF can't be shown on a terminal", { code: 'not-on-terminal', hint });
}

function versioned(document: object): object {
  return { schemaVersion: SCHEMA_VERSION, ...document };
}

async function pageOf({ color, glyphs, accessible }: Capabilities, size: () => WindowSize): Promise<Page> {
  return {
    style: await loadStyle(color.output),
    glyphs: makeGlyphs(glyphs),
    get width() {
      return textWidth(size().columns);
    },
    framed: !accessible,
    get low() {
      return size().rows < LOW_WINDOW;
    },
  };
}

// It may have been resized since the start.
function windowSize({ columns, rows, interactive }: Capabilities, stdout: Runtime['stdout']): WindowSize {
  // A terminal without a size, as in a container, says 0.
  if (!interactive) return { columns, rows };
  return { columns: stdout.stream.columns || columns, rows: stdout.stream.rows || rows };
}
