import { flagOf, takesValue, type OptionDeclaration } from '../app/command.ts';

/** What was typed after a command, up to the word that is completed. */
export interface Typed {
  readonly args: readonly string[];
  /** The options, as they were typed: `--kind`. */
  readonly given: ReadonlySet<string>;
  /** The option whose value the next word is. */
  readonly awaiting?: OptionDeclaration;
  /** There was a `--`: no more options can follow. */
  readonly ended: boolean;
}

/** Separates arguments from options and their values. Nothing is refused, as the line isn't finished. */
export function readTyped(words: readonly string[], options: readonly OptionDeclaration[]): Typed {
  const args: string[] = [];
  const given = new Set<string>();
  let awaiting: OptionDeclaration | undefined;
  let ended = false;
  for (const word of words) {
    if (awaiting) awaiting = undefined;
    else if (ended || !isOption(word)) args.push(word);
    else if (word === '--') ended = true;
    else {
      const [flag, value] = splitOption(word);
      given.add(flag);
      const option = options.find((one) => flagOf(one) === flag);
      awaiting = value === undefined && option && takesValue(option) ? option : undefined;
    }
  }
  return { args, given, ...(awaiting && { awaiting }), ended };
}

/** `--kind=pain` as its two halves; the second is absent without a `=`. */
export function splitOption(word: string): [flag: string, value: string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

// A dash alone is standard input.
function isOption(word: string): boolean {
  return word.startsWith('-') && word !== '-';
}
