import type { Context } from '../../app/context.ts';
import type { Fields } from '../core/records.ts';
import { toIso } from '../core/when.ts';
import { BACK, type Back, type Prompter, choiceOptions, questionOptions } from '../../terminal/prompter.ts';
import { keep } from './add.ts';
import { choicesOf, questionOf } from '../content.ts';
import { offerPeg } from './peg.ts';

type Field = 'area' | 'trigger' | 'helped';
type ScreenName = (typeof SCREENS)[number];
/** What was said so far, by the name of the screen. */
type Said = Partial<Record<ScreenName, string>>;

const SCREENS = ['pain', 'area', 'trigger', 'helped', 'limited', 'note'] as const;
const PASS = 'pass';
const PASSED_OVER = { id: PASS, label: 'pass', key: '-' };
const YES_NO = [
  { id: 'yes', label: 'yes', key: 'y' },
  { id: 'no', label: 'no', key: 'n' },
];

/** Asks for an entry: pain with one key, then what can be passed over with Enter. */
export async function askEntry(context: Context): Promise<void> {
  const prompter = await context.prompter();
  const begun = context.now();
  const said: Said = {};
  for (let at = 0; at < SCREENS.length;) {
    const screen = SCREENS[at]!;
    const answer = await ask(context, prompter, at, said);
    if (answer !== BACK) said[screen] = answer;
    at += answer === BACK ? -1 : 1;
  }
  const entry = await keep(context, fieldsOf(said, begun), false);
  await offerPeg(context, entry);
}

function ask(context: Context, prompter: Prompter, at: number, said: Said): Promise<string | Back> {
  const screen = SCREENS[at]!;
  const before = said[screen];
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
  const options = [PASSED_OVER, ...(screen === 'limited' ? YES_NO : choiceOptions(choicesOf(context, screen)))];
  return prompter.choice({ ...where, intro: `${intro} Enter passes it over.`, options, default: PASS });
}

// Triage's own questions are asked in its words.
function promptFor(context: Context, screen: ScreenName): string {
  if (screen === 'pain' || screen === 'trigger') return questionOf(context, screen).prompt;
  return context.content.journal().prompts[screen];
}

function fieldsOf(said: Said, moment: Date): Fields {
  const chosen = (field: Field) => (said[field] && said[field] !== PASS ? [said[field]] : undefined);
  const [areas, triggers, helped] = [chosen('area'), chosen('trigger'), chosen('helped')];
  return {
    kind: 'pain',
    at: toIso(moment),
    pain: Number(said.pain),
    ...(areas && { areas }),
    ...(triggers && { triggers }),
    ...(helped && { helped }),
    ...(said.limited && said.limited !== PASS && { limited: said.limited === 'yes' }),
    ...(said.note && { note: said.note }),
  };
}
