import fc from 'fast-check';

/** Letters that steer a terminal, turn the direction of text, or can't be seen. */
export const STEERING: readonly string[] = [
  ...range(0x00, 0x08),
  ...range(0x0b, 0x1f),
  ...range(0x7f, 0x9f),
  ...range(0x2028, 0x202e),
  ...range(0x2060, 0x206f),
  '\u061C',
  '\u180E',
  '\u200B',
  '\u200E',
  '\u200F',
  '\uFEFF',
  '\uFFF9',
  '\uFFFB',
];

/** What is made of them: colours, titles, moves, links, answers that a terminal would type. */
const ATTACKS = [
  '\u001B[31mred\u001B[0m',
  '\u001B[1mbold',
  '\u001B[1;2;3;4m',
  '\u001B]0;title\u0007',
  '\u001B]8;;http://example.org\u001B\\link\u001B]8;;\u0007',
  '\u009B2J',
  '\u001B[6n',
  '\u001BP$q m\u001B\\',
  '\u202Etxt.exe',
  '\r\u001B[Kunspasm: all is well',
  '\nunspasm: all is well',
];

/** Any text that somebody could have put where we read. */
export const foreignText = fc
  .array(fc.oneof(fc.constantFrom(...STEERING), fc.constantFrom(...ATTACKS), fc.string(), fc.constant('a b')), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

const FOUND = new RegExp(String.raw`[${STEERING.join('')}\p{Surrogate}]`, 'u');

/** The first letter in what was written that isn't ours: but for line breaks, tabs and the colours of our own style. */
export function steeringIn(written: string, colours: readonly number[] = []): string | undefined {
  const ours = new Set(colours.map((code) => `\u001B[${code}m`));
  const rest = written.replace(/\u001B\[\d+m/g, (code) => (ours.has(code) ? '' : code));
  const found = FOUND.exec(rest)?.[0];
  return found && `U+${found.codePointAt(0)!.toString(16)}`;
}

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => String.fromCharCode(from + at));
}
