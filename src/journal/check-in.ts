import type { Context } from '../app/context.ts';
import { BACK, type Option, questionOptions } from '../terminal/prompter.ts';
import { questionOf } from './content.ts';
import type { Fields } from './core/fields.ts';
import { today } from './core/habits.ts';
import { toIso } from './core/when.ts';

const SKIP: Option = { id: 'skip', label: 'skip', key: '-' };
const DONE: Option = { id: 'done', label: 'done', key: '-' };
const NONE: Option = { id: DONE.id, label: 'none of these', key: '0' };
/** The mark that says that there was exercise. */
const EXERCISE = 'exercise';

/**
 * Asks once a day how the back is, and what happened yesterday or today, and saves the answers. Good days count as much
 * as bad ones, so that both can be compared. It isn't asked where something was logged on this day, or where the user
 * has turned it off.
 * @returns whether something was saved
 */
export async function offerCheckIn(context: Context, isLogged: boolean): Promise<boolean> {
  const { answerStore, settings, now } = context;
  const [at, date] = [toIso(now()), today(now())];
  const asked = answerStore.checkInAsked();
  if (isLogged || settings['check-in'] === false || asked === date) return false;
  answerStore.rememberCheckInAsked(date);
  const pain = await askPain(context, asked === undefined);
  if (pain === undefined) return false;
  await askAndSave(context, pain, at);
  return true;
}

async function askPain(context: Context, isFirst: boolean): Promise<number | undefined> {
  const prompter = await context.prompter();
  const texts = context.content.checkIn();
  const said = await prompter.choice({
    title: texts.title,
    intro: isFirst ? `${texts.pain} ${texts.off}` : texts.pain,
    options: [SKIP, ...questionOptions(questionOf(context, 'pain'))],
    default: SKIP.id,
    escape: SKIP.id,
  });
  return said === BACK || said === SKIP.id ? undefined : Number(said);
}

async function askAndSave(context: Context, pain: number, at: string): Promise<void> {
  const [{ savedIfLeft }, { acknowledgement, saveNew }] = await Promise.all([
    import('./commands/save-if-left.ts'),
    import('./commands/save.ts'),
  ]);
  let answers: Pick<Fields, 'marks' | 'askedMarks'> = {};
  const fieldsSoFar = (): Fields => ({ kind: 'pain', at, pain, ...answers });
  const { marks: offered, toCount } = context.content.checkIn();
  await savedIfLeft(context, fieldsSoFar, async () => {
    const isAnswered = await askMarks(context, (marks) => (answers = marks.length > 0 ? { marks } : {}));
    if (isAnswered) answers = { marks: [], ...answers, askedMarks: offered.map(({ id }) => id) };
  });
  const saved = await saveNew(context, fieldsSoFar(), false);
  context.print(acknowledgement(context, saved, 'Logged').lines());
  if (answers.marks?.includes(EXERCISE)) context.print([toCount]);
}

/**
 * Asks what happened yesterday or today: each key marks one.
 * @param mark is told the marks after each change
 * @returns false where it was skipped: what isn't marked is no "no" then
 */
async function askMarks(context: Context, mark: (marked: readonly string[]) => void): Promise<boolean> {
  const prompter = await context.prompter();
  const { title, since, marks } = context.content.checkIn();
  let marked: readonly string[] = [];
  for (;;) {
    const labels = marks.filter(({ id }) => marked.includes(id)).map(({ label }) => label);
    const said = await prompter.choice({
      title,
      intro: labels.length === 0 ? `${since} Press Enter to skip.` : `${since} Marked: ${labels.join(', ')}.`,
      options: [
        ...(labels.length === 0 ? [SKIP, NONE] : [DONE]),
        ...marks.map(({ id, label }, at) => ({
          id,
          label: marked.includes(id) ? `${label} – yes` : label,
          key: `${at + 1}`,
        })),
        ...(labels.length === 0 ? [] : [{ ...SKIP, key: 's' }]),
      ],
      default: labels.length === 0 ? SKIP.id : DONE.id,
      escape: SKIP.id,
    });
    if (said === BACK || said === SKIP.id) return false;
    if (said === DONE.id) return true;
    marked = marked.includes(said) ? marked.filter((id) => id !== said) : [...marked, said];
    mark(marked);
  }
}
