import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import {
  BACK,
  type Back,
  choiceOptions,
  type ChoicePrompt,
  type Option,
  type Prompter,
} from '../../terminal/prompter.ts';
import { type ChoiceField, choicesOf, journalWords, ownWordsOf } from '../content.ts';
import { NOTHING_HELPED } from '../core/no-answers.ts';
import { choose } from './choose.ts';

export const SKIP = 'skip';
export const SKIPPED: Option = { id: SKIP, label: 'skip', key: '-', readBack: 'Skipped.' };

// The question that was asked again has said what is marked.
const CONTINUED: Option = { id: SKIP, label: 'continue', key: '-', readBack: '' };
/** Stands in front of the user's own words, so that they are never taken for the id of a choice. */
const OWN_PREFIX = 'own:';
const OWN: Option = { id: OWN_PREFIX, label: 'in my own words', key: 'w' };
/** The keys of what the user has named in their own words before. */
const OWN_KEYS = ['x', 'y', 'z'] as const;

/** A screen that asks for something that can be named: by a known choice, or in the user's own words. */
export interface Asking {
  readonly context: Context;
  readonly prompter: Prompter;
  readonly field: Exclude<ChoiceField, 'activity'>;
  readonly where: Pick<ChoicePrompt, 'place' | 'canGoBack'> & { readonly title: string };
  readonly intro: string;
}

/** Asks for one. @param before what was answered before @returns an id, or the user's own words; nothing where it was skipped */
export async function askOne(asking: Asking, before: string | undefined): Promise<string | Back | undefined> {
  const { prompter, where, intro } = asking;
  for (;;) {
    const said = await prompter.choice({
      ...where,
      ...(before && { before: idOf(asking, before) }),
      intro: `${intro} Press Enter to skip.`,
      options: [SKIPPED, ...optionsOf(asking, before === undefined ? [] : [before])],
      default: SKIP,
    });
    if (said === BACK || said === SKIP) return said === BACK ? BACK : undefined;
    const named = await namedBy(asking, said);
    if (named !== undefined) return named;
  }
}

/**
 * Asks for any number: each key marks one or takes the mark away, and Enter continues.
 * @param before what was marked before
 * @param mark is told the marks after each change
 * @param aside something else that can be chosen while nothing is marked
 */
export async function askSeveral(
  asking: Asking,
  before: readonly string[] = [],
  mark: (marked: readonly string[]) => void,
  aside?: Option,
): Promise<Back | 'aside' | undefined> {
  const { context, prompter, where, intro } = asking;
  let marked = before;
  for (;;) {
    const isEmpty = marked.length === 0;
    const said = await prompter.choice({
      ...where,
      intro: isEmpty
        ? `${intro} Press Enter to skip.`
        : `${intro} Marked: ${marked.map(journalWords(context)).join(', ')}. Press Enter to continue.`,
      options: [
        isEmpty ? SKIPPED : CONTINUED,
        ...(isEmpty && aside ? [aside] : []),
        ...optionsOf(asking, marked).map((option) =>
          withMark(
            option,
            marked.map((one) => idOf(asking, one)),
          ),
        ),
      ],
      default: SKIP,
    });
    if (said === BACK) return BACK;
    if (said === aside?.id) return 'aside';
    if (said === SKIP) return undefined;
    const named = await namedBy(asking, said);
    if (named === undefined) continue;
    marked = toggled(marked, named);
    mark(marked);
  }
}

// Nothing helped, or something did.
function toggled(marked: readonly string[], named: string): readonly string[] {
  if (marked.includes(named)) return marked.filter((one) => one !== named);
  return named === NOTHING_HELPED ? [named] : [...marked.filter((one) => one !== NOTHING_HELPED), named];
}

/** What an option names; the user is asked for their own words. */
async function namedBy(asking: Asking, id: string): Promise<string | undefined> {
  if (id === OWN.id) return askOwn(asking);
  return id.startsWith(OWN_PREFIX) ? id.slice(OWN_PREFIX.length) : id;
}

function idOf({ context, field }: Asking, named: string): string {
  return choicesOf(context, field).some(({ id }) => id === named) ? named : OWN_PREFIX + named;
}

function withMark(option: Option, marked: readonly string[]): Option {
  if (!marked.includes(option.id)) return option;
  return { ...option, label: `${option.label} – yes`, readBack: `No longer marked: ${option.label}.` };
}

/** The known choices, the latest of the user's own, and a way to name others. @param named is among them in any case */
function optionsOf({ context, field }: Asking, named: readonly string[]): Option[] {
  const known = choicesOf(context, field);
  const others = named.filter((one) => !known.some(({ id }) => id === one));
  const own = [...new Set([...others, ...ownWordsOf(context, field)])].slice(0, OWN_KEYS.length);
  return [
    ...choiceOptions(known),
    ...own.map((words, at) => ({ id: OWN_PREFIX + words, label: words, key: OWN_KEYS[at]! })),
    OWN,
  ];
}

/** Asks for the user's own words. @returns an id where they mean a known choice; nothing where nothing was typed */
async function askOwn({ context, prompter, field, where, intro }: Asking): Promise<string | undefined> {
  for (;;) {
    const typed = await prompter.text({
      place: where.place!,
      title: where.title,
      intro: `${intro} In your own words:`,
      escape: BACK,
    });
    if (typed === BACK || typed.trim() === '') return undefined;
    try {
      return await choose(context, field, typed, false);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      prompter.show([`${error.message}.`]);
    }
  }
}
