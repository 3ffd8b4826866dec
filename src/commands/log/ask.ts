import type { Context } from '../../context.ts';
import type { Fields } from '../../journal/records.ts';
import { toIso } from '../../journal/when.ts';
import { BACK, type Back, type Option, type Prompter } from '../../terminal/prompter.ts';
import { keep } from './add.ts';
import { choicesOf } from './content.ts';

type Field = 'area' | 'trigger' | 'helped';
type ScreenName = (typeof SCREENS)[number];
/** What was said so far, by the name of the screen. */
type Said = Partial<Record<ScreenName, string>>;

const SCREENS = ['pain', 'area', 'trigger', 'helped', 'note'] as const;
const QUESTIONS: Readonly<Record<Field, string>> = {
  area: 'Where does it hurt?',
  trigger: 'What set it off?',
  helped: 'What has helped?',
};
const PASS = 'pass';

/** Asks for an entry: pain with one key, then what can be passed over with Enter. */
export async function askEntry(context: Context): Promise<void> {
  const prompter = await context.prompter();
  const begun = context.now();
  const said: Said = {};
  for (let at = 0; at < SCREENS.length;) {
    const screen = SCREENS[at]!;
    const answer = await ask(context, prompter, screen, at);
    if (answer !== BACK) said[screen] = answer;
    at += answer === BACK ? -1 : 1;
  }
  keep(context, fieldsOf(said, begun), false);
}

function ask(context: Context, prompter: Prompter, screen: ScreenName, at: number): Promise<string | Back> {
  const where = { place: `${at + 1}/${SCREENS.length}`, title: 'Journal', canGoBack: at > 0 };
  if (screen === 'pain') {
    return prompter.choice({
      ...where,
      intro: 'How bad is the pain now, from 0 to 10?',
      options: painOptions(context),
    });
  }
  if (screen === 'note') return prompter.text({ ...where, intro: 'A note?' });
  const intro = `${QUESTIONS[screen]} Enter passes it over.`;
  const options = choicesOf(context, screen).map(({ id, label }, index) => ({
    id,
    label,
    key: String((index + 1) % 10),
  }));
  return prompter.choice({
    ...where,
    intro,
    options: [{ id: PASS, label: 'pass', key: '-' }, ...options],
    enter: PASS,
  });
}

function painOptions({ content }: Context): Option[] {
  const question = content.triage().questions.find(({ id }) => id === 'pain');
  if (question?.type !== 'integer') return [];
  return question.words.map((label, at) => ({ id: String(question.min + at), label, key: String(question.min + at) }));
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
    ...(said.note && { note: said.note }),
  };
}
