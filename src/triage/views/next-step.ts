import { ownValue } from '../../text/own-value.ts';
import type { KeyVerb } from '../../terminal/capabilities.ts';
import { type Page, paragraph } from '../../terminal/page.ts';
import type { Step } from '../core/plan.ts';

/** The key that starts the next step. */
export const START_KEY = 's';

const LABEL = 'Next:';

/** What the next step is called on its key. */
interface StartWords {
  readonly label: string;
  /** The same in a word, for a narrow line of keys. */
  readonly brief: string;
}

/** The steps that can be taken at once, by the command that does them. */
const WORDS: Readonly<Record<string, StartWords>> = {
  triage: { label: 'check the warning signs', brief: 'check signs' },
  rest: { label: 'see how to lie', brief: 'how to lie' },
  medicines: { label: 'check before a painkiller', brief: 'painkillers' },
  walk: { label: 'start a walk', brief: 'walk' },
  stretch: { label: 'start the stretches', brief: 'stretches' },
};

/** How the key that starts a command is labelled. */
export function startOf(command: string): StartWords {
  return ownValue(WORDS, command) ?? { label: `start ${command}`, brief: command };
}

/**
 * The one thing to do next, set apart from the rest by its frame. A low window has only its left side: it takes no rows
 * of its own, and can be divided between two pages.
 * @param verb where a key starts the step: how it is given. Otherwise the command is named.
 */
export function nextStepLines(page: Page, step: Step, verb?: KeyVerb): string[] {
  const { style, glyphs, framed, low, width } = page;
  if (!framed) return textLines(page, step, verb, width);
  const side = style.accent(glyphs.boxSide);
  if (low) return textLines(page, step, verb, width - 2).map((line) => `${side} ${line}`);
  const inner = width - 2;
  const across = glyphs.boxAcross.repeat(inner);
  return [
    style.accent(glyphs.boxTop + across + glyphs.boxTopEnd),
    ...textLines(page, step, verb, inner - 2).map((line) => `${side} ${line} ${side}`),
    style.accent(glyphs.boxBottom + across + glyphs.boxBottomEnd),
  ];
}

// The frame says that this is what matters, so that only the label and the key are bold. Lines are as long as the frame.
function textLines(page: Page, step: Step, verb: KeyVerb | undefined, width: number): string[] {
  const { strong } = page.style;
  const fitted = (text: string) =>
    paragraph({ ...page, width }, text).map((line) => (page.framed ? line.padEnd(width) : line));
  const [words, ...keys] = startingTexts(step, verb);
  const lines = fitted(`${LABEL} ${words}`).map((line) => line.replace(LABEL, strong));
  return [...lines, ...keys.flatMap(fitted).map(strong)];
}

// The key has a line of its own, as it is what somebody looks for.
function startingTexts({ text, command }: Step, verb: KeyVerb | undefined): string[] {
  if (command === undefined) return [text];
  if (verb === undefined) return [`${text} (unspasm ${command})`];
  return [text, `${verb} ${START_KEY} to ${startOf(command).label}.`];
}
