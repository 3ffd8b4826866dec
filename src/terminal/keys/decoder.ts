import { stripVTControlCharacters } from 'node:util';
import { controlKey, type Input, named, nameOf, typing, withAlt } from './input.ts';
import { afterCoordinates, COORDINATES, letterAt } from './bytes.ts';
import { keyOfSequence, keyOfShift3, LINUX_FUNCTION_KEYS } from './sequences.ts';

/** Turns the bytes that a terminal sends into what somebody did at its keyboard. */
export interface KeyDecoder {
  /** Takes the next bytes, which may end anywhere, even within a sequence or a character. */
  readonly take: (bytes: Uint8Array) => Input[];
  /** How many milliseconds to wait for the rest of something incomplete; undefined where everything is complete. */
  readonly patience: () => number | undefined;
  /** The rest has not arrived: an Esc by itself was a key, anything else incomplete was not. */
  readonly giveUp: () => Input[];
}

/** A lost packet is sent again after 200 ms or more (Linux TCP_RTO_MIN); Esc should not take much longer. */
export const ESCAPE_MS = 300;
/** Nobody types the beginning of a sequence, so the rest may take longer. */
export const SEQUENCE_MS = 1000;
export const PASTE_MS = 3000;
/** No sequence is longer than this. */
const LONGEST_SEQUENCE = 1024;

const ESC = 0x1b;
const BEL = 0x07;
/** Ends a string, as ESC \ does. */
const ST = 0x9c;
const CTRL_C = 0x03;
const PASTE_END = Buffer.from('\u001B[201~');
const NOTHING = Buffer.alloc(0);

/** Between keys; within a string, such as an answer to a query; within pasted text. */
type Mode = 'keys' | 'string' | 'paste';

/** What was read at the beginning of some bytes; the bytes after it are read in `mode`. */
interface Read {
  readonly length: number;
  readonly inputs: readonly Input[];
  readonly mode: Mode;
}

/** Reads the beginning of some bytes; undefined while bytes are missing. */
type Reader = (bytes: Buffer) => Read | undefined;

const READERS: Readonly<Record<Mode, Reader>> = { keys: readKey, string: readString, paste: readPaste };

/**
 * A decoder for everything that terminals send: traditional keys, those of the kitty protocol, of xterm's modifyOtherKeys
 * and of Windows' own mode, pasted text, and reports (of the focus, the mouse, the cursor, colours, answers to queries),
 * which aren't keys.
 */
export function makeKeyDecoder(): KeyDecoder {
  let mode: Mode = 'keys';
  let rest = NOTHING;
  const take = (bytes: Uint8Array): Input[] => {
    // A paste without an end must not swallow Ctrl-C.
    if (mode === 'paste' && isWayOut(bytes)) return [...giveUp(), controlKey(CTRL_C)];
    rest = Buffer.concat([rest, bytes]);
    const inputs: Input[] = [];
    for (let read = READERS[mode](rest); read; read = READERS[mode](rest)) {
      inputs.push(...read.inputs);
      rest = rest.subarray(read.length);
      mode = read.mode;
    }
    return inputs;
  };
  const giveUp = (): Input[] => {
    const isEscape = mode === 'keys' && beginsWithEscape(rest);
    const pasted = mode === 'paste' ? [{ pasted: textOf(rest) }] : [];
    mode = 'keys';
    rest = NOTHING;
    return isEscape ? [named('escape')] : pasted;
  };
  const patience = () => {
    if (mode === 'paste') return PASTE_MS;
    if (mode === 'string') return SEQUENCE_MS;
    if (rest.length === 0) return undefined;
    return rest.every((byte) => byte === ESC) ? ESCAPE_MS : SEQUENCE_MS;
  };
  return { take, patience, giveUp };
}

/** Whether bytes that arrived together are nothing but a Ctrl-C, in any protocol. */
function isWayOut(bytes: Uint8Array): boolean {
  const inputs = makeKeyDecoder().take(bytes);
  return inputs.length > 0 && inputs.every((input) => 'key' in input && nameOf(input) === 'ctrl+c');
}

// Esc was pressed by itself, or just before a sequence whose rest was lost.
function beginsWithEscape(bytes: Buffer): boolean {
  return bytes[0] === ESC && (bytes.length === 1 || bytes[1] === ESC);
}

function readKey(bytes: Buffer): Read | undefined {
  const [byte] = bytes;
  if (byte === undefined) return undefined;
  if (byte === ESC) return readEscape(bytes);
  if (isControl(byte)) return keys(1, controlKey(byte));
  // Terminals may send 8-bit controls, as single bytes or in UTF-8.
  if (isC1(byte)) return readIntroduced(bytes, 1, byte - 0x40);
  const letter = letterAt(bytes, 0);
  if (!letter) return undefined;
  const code = letter.text.codePointAt(0) ?? 0;
  // Something else begins before the character was complete.
  if (code === 0) return keys(letter.length);
  return isC1(code) ? readIntroduced(bytes, letter.length, code - 0x40) : keys(letter.length, typing(letter.text));
}

function readEscape(bytes: Buffer): Read | undefined {
  const next = bytes[1];
  if (next === undefined) return undefined;
  if (next === ESC) return readTwoEscapes(bytes);
  if (isControl(next)) return keys(2, withAlt(controlKey(next)));
  if (isIntroducer(next)) return readIntroduced(bytes, 2, next);
  // A rest of the end of a string.
  if (next === 0x5c) return keys(2);
  const letter = letterAt(bytes, 1);
  if (!letter) return undefined;
  if (isC1(next) || isC1(letter.text.codePointAt(0) ?? 0)) return keys(1, named('escape'));
  return keys(1 + letter.length, letter.text === '' ? undefined : withAlt(typing(letter.text)));
}

// Some terminals send an Esc before the sequence of a key that is held with Alt. Before a report, Esc was pressed.
function readTwoEscapes(bytes: Buffer): Read | undefined {
  const third = bytes[2];
  if (third === undefined) return undefined;
  if (third !== 0x5b && third !== 0x4f) return keys(1, named('escape'));
  const second = readEscape(bytes.subarray(1));
  if (!second) return undefined;
  const [input] = second.inputs;
  return input && 'key' in input ? keys(1 + second.length, withAlt(input)) : keys(1, named('escape'));
}

function isIntroducer(byte: number): boolean {
  return '[OPX^_]'.includes(String.fromCharCode(byte));
}

/** @param kind the byte that follows an Esc to introduce this kind of sequence */
function readIntroduced(bytes: Buffer, from: number, kind: number): Read | undefined {
  const introducer = String.fromCharCode(kind);
  if (introducer === '[') return readControlSequence(bytes, from);
  if (introducer === 'O') return readShift3(bytes, from);
  return { length: from, inputs: [], mode: isIntroducer(kind) ? 'string' : 'keys' };
}

function readControlSequence(bytes: Buffer, from: number): Read | undefined {
  if (bytes[from] === 0x5b) return readLinuxKey(bytes, from + 1);
  const beforeFinal = skip(bytes, skip(bytes, from, 0x30, 0x3f), 0x20, 0x2f);
  const byte = bytes[beforeFinal];
  if (byte === undefined) return beforeFinal - from > LONGEST_SEQUENCE ? keys(beforeFinal) : undefined;
  // Something else begins here: the sequence was cut off.
  if (byte < 0x40 || byte > 0x7e) return keys(beforeFinal);
  const parameters = bytes.toString('latin1', from, beforeFinal);
  const final = String.fromCharCode(byte);
  const length = beforeFinal + 1;
  const coordinates = parameters === '' ? COORDINATES.get(final) : undefined;
  if (coordinates !== undefined) return readCoordinates(bytes, length, coordinates);
  if (parameters === '200' && final === '~') return { length, inputs: [], mode: 'paste' };
  return keys(length, keyOfSequence(parameters, final));
}

function readLinuxKey(bytes: Buffer, at: number): Read | undefined {
  const byte = bytes[at];
  if (byte === undefined) return undefined;
  const key = LINUX_FUNCTION_KEYS.get(String.fromCharCode(byte));
  return key ? keys(at + 1, named(key)) : keys(at);
}

function readShift3(bytes: Buffer, from: number): Read | undefined {
  const at = skip(bytes, from, 0x30, 0x3b);
  const byte = bytes[at];
  if (byte === undefined) return at - from > LONGEST_SEQUENCE ? keys(at) : undefined;
  if (byte < 0x20 || byte > 0x7e) return keys(at);
  return keys(at + 1, keyOfShift3(bytes.toString('latin1', from, at), String.fromCharCode(byte)));
}

function readCoordinates(bytes: Buffer, from: number, count: number): Read | undefined {
  const at = afterCoordinates(bytes, from, count);
  return at === undefined ? undefined : keys(at);
}

// The content of strings is ignored, so it is dropped as it arrives.
function readString(bytes: Buffer): Read | undefined {
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at]!;
    if (byte === BEL || byte === ST) return keys(at + 1);
    if (byte === ESC) return endOfString(bytes, at);
    // Strings don't contain control characters: it was cut off, or the user wants to leave.
    if (byte < 0x20) return keys(at);
    const letter = letterAt(bytes, at);
    if (!letter) return at === 0 ? undefined : { length: at, inputs: [], mode: 'string' };
    at += letter.length;
    if (letter.text.codePointAt(0) === ST) return keys(at);
  }
  return bytes.length === 0 ? undefined : { length: bytes.length, inputs: [], mode: 'string' };
}

function endOfString(bytes: Buffer, at: number): Read | undefined {
  const next = bytes[at + 1];
  if (next === 0x5c) return keys(at + 2);
  // The rest of ESC \ was lost. Read as a key, this Esc would leave.
  if (next === ESC) return keys(at + 1);
  // Another sequence begins.
  if (next !== undefined) return keys(at);
  return at === 0 ? undefined : { length: at, inputs: [], mode: 'string' };
}

function readPaste(bytes: Buffer): Read | undefined {
  const end = bytes.indexOf(PASTE_END);
  if (end < 0) return undefined;
  return keys(end + PASTE_END.length, { pasted: textOf(bytes.subarray(0, end)) });
}

function textOf(bytes: Buffer): string {
  const text = stripVTControlCharacters(bytes.toString('utf8'));
  return text.replaceAll(/\r\n?|[\n\t\u2028\u2029]/g, ' ').replaceAll(/\p{Cc}/gu, '');
}

function keys(length: number, ...inputs: (Input | undefined)[]): Read {
  return { length, inputs: inputs.filter((input) => input !== undefined), mode: 'keys' };
}

function isControl(byte: number): boolean {
  return byte < 0x20 || byte === 0x7f;
}

function isC1(code: number): boolean {
  return code >= 0x80 && code <= 0x9f;
}

function skip(bytes: Buffer, from: number, least: number, most: number): number {
  let at = from;
  while (at < bytes.length && bytes[at]! >= least && bytes[at]! <= most) at += 1;
  return at;
}
