import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { normal } from '../../text/normal.ts';
import { NOTHING_HELPED } from '../core/no-answers.ts';
import { LONGEST_OWN, type Named, type Reading, readNamed } from '../core/own-words.ts';
import { choicesOf, namedChoices, ownWordsOf, type ChoiceField } from '../content.ts';

/**
 * What typed words name: the id of a known choice, or the words themselves. Words that are close to a known one are
 * asked about on a terminal, unless they are in the journal already.
 * @param isDocument whether standard output is for a JSON document alone
 * @throws UsageError where they are close and nobody can be asked, or too long
 */
export async function choose(
  context: Context,
  field: ChoiceField,
  typed: string,
  isDocument: boolean,
): Promise<string> {
  const reading = readNamed(typed, namedChoices(context, field));
  if (reading.kind === 'known') return reading.id;
  // As they were spelt before, so that they count as the same.
  const used = ownWordsOf(context, field).find((one) => normal(one) === normal(reading.words));
  if (used !== undefined) return used;
  if (reading.kind === 'own') return ownOf(field, reading.words);
  if (isDocument || !mayAsk(context.capabilities)) throw nearMiss(field, reading, namedChoices(context, field));
  return (await isMeant(context, reading)) ? reading.id : ownOf(field, reading.words);
}

/** The same for a list, each once. */
export async function chooseAll(
  context: Context,
  field: ChoiceField,
  typed: readonly string[],
  isDocument: boolean,
): Promise<string[]> {
  const named: string[] = [];
  // A semicolon separates them in a table.
  for (const one of typed.flatMap((words) => words.split(';')))
    named.push(await choose(context, field, one, isDocument));
  if (named.includes(NOTHING_HELPED)) refuseMore(context, named);
  return [...new Set(named)];
}

// "Nothing, I can't take any more" stays as it was typed: what is refused isn't read for warning signs.
function refuseMore(context: Context, named: readonly string[]): void {
  const known = new Set(choicesOf(context, 'helped').map(({ id }) => id));
  const others = named.filter((one) => one !== NOTHING_HELPED && known.has(one));
  if (others.length === 0) return;
  throw new UsageError(`--helped can't be ${NOTHING_HELPED} and ${others.join(', ')}`, {
    code: 'bad-helped',
    hint: 'leave one of them out',
  });
}

async function isMeant(context: Context, { words, label }: Near): Promise<boolean> {
  const prompter = await context.prompter();
  return prompter.confirm({
    intro: `You wrote "${words}". Do you mean "${label}"?`,
    no: { label: 'no, keep my own words' },
  });
}

type Near = Extract<Reading, { kind: 'near' }>;

function nearMiss(field: ChoiceField, { words, near }: Near, choices: readonly Named[]): UsageError {
  const what =
    field === 'activity' ? `"${words}" is close to an exercise that unspasm knows` : `--${field} can't be "${words}"`;
  const own = field === 'activity' ? `"own:${words}"` : `--${field} "own:${words}"`;
  return new UsageError(`${what} (did you mean "${near}"?)`, {
    code: `unknown-${field}`,
    hint: `use one of these: ${choices.map((one) => one.id).join(', ')}; to keep your own words, write ${own}`,
  });
}

function ownOf(field: ChoiceField, words: string): string {
  if (words !== '' && words.length <= LONGEST_OWN) return words;
  const what = words === '' ? 'is empty' : `has more than ${LONGEST_OWN} characters`;
  throw new UsageError(`${field === 'activity' ? 'the exercise' : `--${field}`} ${what}`, {
    code: `bad-${field}`,
    hint: 'use a few words, and put the rest into a note',
  });
}
