import type { Context } from '../../app/context.ts';
import type { Fields } from '../core/fields.ts';
import { toIso } from '../core/when.ts';
import { BACK, type Back, type Prompter, choiceOptions, questionOptions } from '../../terminal/prompter.ts';
import { choicesOf, questionOf } from '../content.ts';
import { offerPeg } from './peg-questions.ts';
import { acknowledgement, saveNew } from './save.ts';

type Field = 'area' | 'trigger' | 'helped';
type ScreenName = (typeof SCREENS)[number];
/** The answers so far, by the name of the screen. */
type Answers = Partial<Record<ScreenName, string>>;

const SCREENS = ['pain', 'area', 'trigger', 'helped', 'limited', 'note'] as const;
const SKIP = 'skip';
const SKIPPED = { id: SKIP, label: 'skip', key: '-' };
const YES_NO = [
  { id: 'yes', label: 'yes', key: 'y' },
  { id: 'no', label: 'no', key: 'n' },
];

/** Asks for an entry and saves it: pain with one key, then what can be skipped with Enter. */
export async function askEntry(context: Context): Promise<void> {
  const prompter = await context.prompter();
  const start = context.now();
  const answers: Answers = {};
  for (let at = 0; at < SCREENS.length;) {
    const screen = SCREENS[at]!;
    const answer = await ask(context, prompter, at, answers);
    if (answer !== BACK) answers[screen] = answer;
    at += answer === BACK ? -1 : 1;
  }
  const saved = await saveNew(context, fieldsOf(answers, start), false);
  context.print(acknowledgement(context, saved, 'Logged').lines());
  await offerPeg(context, saved.entry);
}

function ask(context: Context, prompter: Prompter, at: number, answers: Answers): Promise<string | Back> {
  const screen = SCREENS[at]!;
  const before = answers[screen];
  const where = {
    place: `${at + 1}/${SCREENS.length}`,
    title: 'Journal',
    canGoBack: at > 0,
    ...(before && { before }),
  };
  const intro = promptFor(context, screen);
  if (screen === 'note') return prompter.text({ ...where, intro });
  if (screen === 'pain')
    return prompter.choice({ ...where, intro, options: questionOptions(questionOf(context, screen)) });
  const options = [SKIPPED, ...(screen === 'limited' ? YES_NO : choiceOptions(choicesOf(context, screen)))];
  return prompter.choice({ ...where, intro: `${intro} Press Enter to skip.`, options, default: SKIP });
}

// Questions that triage also asks are worded as there.
function promptFor(context: Context, screen: ScreenName): string {
  if (screen === 'pain' || screen === 'trigger') return questionOf(context, screen).prompt;
  return context.content.journalTexts().prompts[screen];
}

function fieldsOf(answers: Answers, moment: Date): Fields {
  const chosen = (field: Field) => (answers[field] && answers[field] !== SKIP ? [answers[field]] : undefined);
  const [areas, triggers, helped] = [chosen('area'), chosen('trigger'), chosen('helped')];
  return {
    kind: 'pain',
    at: toIso(moment),
    pain: Number(answers.pain),
    ...(areas && { areas }),
    ...(triggers && { triggers }),
    ...(helped && { helped }),
    ...(answers.limited && answers.limited !== SKIP && { limited: answers.limited === 'yes' }),
    ...(answers.note && { note: answers.note }),
  };
}
