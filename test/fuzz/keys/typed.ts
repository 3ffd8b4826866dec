import { lettersOf, type Sent } from './sequences.ts';

/** What somebody may have typed, judged by what was sent and not by how it is read. */
export interface Typed {
  /** Whether one of these keys may have been pressed. */
  readonly has: (...keys: readonly string[]) => boolean;
  /** Whether an answer in words may have been typed. @param joins what follows an Enter goes on with the line */
  readonly hasLine: (line: string, joins: boolean) => boolean;
}

const ESC = 0x1b;

/** What follows from things that were sent one after another. */
export function typedIn(sent: readonly Sent[]): Typed {
  const pressed = new Set(sent.flatMap(({ keys }) => keys ?? []));
  const isAnything = sent.some(({ keys }) => keys === undefined) || makesSequences(sent);
  const has = (...keys: readonly string[]) =>
    isAnything || keys.some((key) => pressed.has(key) || isAfterEsc(key, pressed));
  const hasLine = (line: string, joins: boolean) => {
    if (isAnything) return true;
    const typed = spaced(line);
    if (isPlain(sent)) return linesOf(sent, joins).includes(typed);
    const letters = new Set(spaced(sent.map(({ text }) => text).join(' ')));
    return lettersOf(typed).every((letter) => letters.has(letter) || letter === ' ');
  };
  return { has, hasLine };
}

// An Esc that is pressed just before another key can't be told from Alt.
function isAfterEsc(key: string, pressed: ReadonlySet<string>): boolean {
  return key.startsWith('alt+') && pressed.has('escape') && pressed.has(key.slice('alt+'.length));
}

// Any letters that follow an Esc at once may make a sequence of it.
function makesSequences(sent: readonly Sent[]): boolean {
  return sent.some(({ bytes }) => bytes.length === 1 && bytes[0] === ESC) && sent.some(({ isNoise }) => isNoise);
}

/** Whether nothing was sent that moves or erases in a line. */
function isPlain(sent: readonly Sent[]): boolean {
  return sent.every(({ keys, text }) => text !== '' || keys?.every((key) => key === 'enter'));
}

/** What the line may be at each Enter. */
function linesOf(sent: readonly Sent[], joins: boolean): string[] {
  const lines: string[] = [];
  let [before, line, shown] = ['', '', ''];
  for (const { keys, text } of sent) {
    if (keys?.includes('enter')) {
      lines.push(spaced(shown));
      [before, line] = [joins && shown !== '' ? `${shown} ` : '', ''];
    } else if (text !== '') {
      line += text;
      shown = before + line;
    }
  }
  return lines;
}

// Shift makes no difference here, nor how many spaces stand between words.
function spaced(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
