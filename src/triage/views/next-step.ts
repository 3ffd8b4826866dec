import { ownValue } from '../../text/own-value.ts';
import { noBreak } from '../../text/wrap.ts';
import type { KeyVerb } from '../../terminal/capabilities.ts';
import { type Page, paragraph } from '../../terminal/page.ts';
import type { Step } from '../core/plan.ts';

/** The key that starts the next step. */
export const START_KEY = 's';

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
  const textWithin = (width: number) =>
    startingTexts(step, verb).flatMap((text) => paragraph({ ...page, width }, text));
  if (!page.framed) return textWithin(page.width);
  const { style, glyphs } = page;
  const side = style.accent(glyphs.boxSide);
  if (page.low) return textWithin(page.width - 2).map((line) => `${side} ${style.strong(line)}`);
  const inner = page.width - 2;
  const lines = textWithin(inner - 2).map((line) => ` ${line}`.padEnd(inner));
  const across = glyphs.boxAcross.repeat(inner);
  return [
    style.accent(glyphs.boxTop + across + glyphs.boxTopEnd),
    ...lines.map((line) => side + style.strong(line) + side),
    style.accent(glyphs.boxBottom + across + glyphs.boxBottomEnd),
  ];
}

// The key has a line of its own, as it is what somebody looks for.
function startingTexts({ text, command }: Step, verb: KeyVerb | undefined): string[] {
  if (command === undefined) return [`Next: ${text}`];
  if (verb === undefined) return [`Next: ${text} ${noBreak(`(unspasm ${command})`)}`];
  return [`Next: ${text}`, `${verb} ${START_KEY} to ${startOf(command).label}.`];
}
