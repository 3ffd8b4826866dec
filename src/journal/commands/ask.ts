import type { Context } from '../../app/context.ts';
import { BACK, type Back, type Prompter, questionOptions } from '../../terminal/prompter.ts';
import { journalWords, promptFor, questionOf, recentEntries } from '../content.ts';
import { type Answers, fieldsOf, lastNamed, type NamedFields, SCREENS, type ScreenName } from '../core/form.ts';
import { toIso } from '../core/when.ts';
import { labelled } from '../views/labels.ts';
import { type Asking, askOne, askSeveral, SKIP, SKIPPED } from './ask-named.ts';
import { offerPeg } from './peg-questions.ts';
import { readUnread } from '../read-unread.ts';
import { acknowledgement, saveNew } from './save.ts';
import { savedIfLeft } from './save-if-left.ts';

/** The screen after "as last time", which answers the ones before. */
const AFTER_NAMED = SCREENS.indexOf('limited');

const YES_NO = [
  { id: 'yes', label: 'yes', key: 'y' },
  { id: 'no', label: 'no', key: 'n' },
];

/** The form, with the answers so far. */
interface Form {
  readonly context: Context;
  readonly prompter: Prompter;
  answers: Answers;
}

type Where = Asking['where'];

/**
 * Asks for an entry and saves it: pain with one key, then what can be skipped with Enter. When somebody leaves midway,
 * what was answered is saved.
 */
export async function askEntry(context: Context): Promise<void> {
  const form: Form = { context, prompter: await context.prompter(), answers: {} };
  const at = toIso(context.now());
  const fieldsSoFar = () => fieldsOf(form.answers, at);
  await savedIfLeft(context, fieldsSoFar, () => askAll(form));
  const saved = await saveNew(context, fieldsSoFar()!, false);
  await readUnread(context, false, saved.entry);
  context.print(acknowledgement(context, saved, 'Logged').lines());
  await offerPeg(context, saved.entry);
}

async function askAll(form: Form): Promise<void> {
  for (let at = 0; at < SCREENS.length;) {
    const where = { place: `${at + 1}/${SCREENS.length}`, title: 'Journal', canGoBack: at > 0 };
    const next = await ASK[SCREENS[at]!](form, where);
    at = next === BACK ? at - 1 : (next ?? at + 1);
  }
}

/** How each screen is asked: each sets its answers, and returns the screen that follows, if it isn't the next one. */
const ASK: Readonly<Record<ScreenName, (form: Form, where: Where) => Promise<number | Back | undefined>>> = {
  pain: async (form, where) => {
    const { answers, context, prompter } = form;
    const question = questionOf(context, 'pain');
    const before = answers.pain === undefined ? {} : { before: String(answers.pain) };
    const said = await prompter.choice({
      ...where,
      ...before,
      intro: question.prompt,
      options: questionOptions(question),
    });
    return set(form, said, (pain) => ({ pain: Number(pain) }));
  },
  area: async (form, where) => {
    const last = form.answers.areas?.length ? undefined : lastNamed(recentEntries(form.context));
    const aside = last && { id: 'last', label: `as last time (${namedText(form.context, last)})`, key: 's' };
    const said = await askSeveral(
      asking(form, 'area', where),
      form.answers.areas,
      (areas) => change(form, { areas }),
      aside,
    );
    if (said !== 'aside') return said;
    change(form, last!);
    return AFTER_NAMED;
  },
  trigger: async (form, where) => {
    const said = await askOne(asking(form, 'trigger', where), form.answers.triggers?.[0]);
    if (said === BACK) return BACK;
    change(form, { triggers: said === undefined ? [] : [said] });
    return undefined;
  },
  helped: async (form, where) => {
    const asked = asking(form, 'helped', where);
    const said = await askSeveral(asked, form.answers.helped, (helped) => change(form, { helped }));
    return said === BACK ? BACK : undefined;
  },
  limited: async (form, where) => {
    const { answers, context, prompter } = form;
    const before = answers.limited === undefined ? {} : { before: answers.limited ? 'yes' : 'no' };
    const intro = `${promptFor(context, 'limited')} Press Enter to skip.`;
    const said = await prompter.choice({ ...where, ...before, intro, options: [SKIPPED, ...YES_NO], default: SKIP });
    return set(form, said, (limited) => ({ limited: limited === SKIP ? undefined : limited === 'yes' }));
  },
  note: async (form, where) => {
    const said = await form.prompter.text({ ...where, intro: promptFor(form.context, 'note') });
    return set(form, said, (note) => ({ note }));
  },
};

function asking({ context, prompter }: Form, field: Asking['field'], where: Where): Asking {
  return { context, prompter, field, where, intro: promptFor(context, field) };
}

function set(form: Form, said: string | Back, answersIn: (said: string) => Answers): Back | undefined {
  if (said === BACK) return BACK;
  change(form, answersIn(said));
  return undefined;
}

function change(form: Form, answers: Answers): void {
  form.answers = { ...form.answers, ...answers };
}

// "lower back; trigger: long drive; helped: ice"
function namedText(context: Context, { areas, triggers, helped }: NamedFields): string {
  const words = journalWords(context);
  return [
    areas.map(words).join(', '),
    ...labelled(triggers.map(words), (trigger) => `trigger: ${trigger}`),
    ...labelled(helped.map(words), (help) => `helped: ${help}`),
  ]
    .filter(Boolean)
    .join('; ');
}
