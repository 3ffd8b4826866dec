import {
  JSON_OPTION,
  type Candidate,
  type CommandDeclaration,
  type Invocation,
  type OptionDeclaration,
} from '../../app/command.ts';
import type { Form, Therapy } from '../../content/session-types.ts';
import type { Context } from '../../app/context.ts';
import { partsOf, type Script, secondsOf, stepsOf } from '../core/script.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { BACK, choiceOptions } from '../../terminal/prompter.ts';
import { oneOf } from '../../text/did-you-mean.ts';
import { therapyDocument } from '../views/therapy-document.ts';
import { checkCautions } from '../run/cautions.ts';
import { readSessionFlags, readNumber, SESSION_OPTIONS } from '../run/flags.ts';
import { lookBack, type Past } from '../run/past.ts';
import type { Plan } from '../run/plan.ts';
import { runSession, resumedInterrupted } from '../run/run.ts';
import { minutesSet } from '../../settings/settings.ts';
import { applicationsFor, decide, warningsFor } from '../run/warnings.ts';

/** The command of a therapy: all that it says and asks is data. */
export function therapyCommand(therapy: Therapy): CommandDeclaration {
  const { id, summary, description, forms, cautions } = therapy;
  const form = forms?.at(-1);
  return {
    name: id,
    summary,
    description,
    options: [...ownOptions(therapy), ...SESSION_OPTIONS, JSON_OPTION],
    examples: [
      { command: `unspasm ${id}`, does: 'start' },
      ...(form ? [{ command: `unspasm ${id} --form ${form.id}`, does: `in this form: ${form.label}` }] : []),
      ...(cautions ? [{ command: `unspasm ${id} --check`, does: 'go once more through who should not' }] : []),
    ],
    seeAlso: [`unspasm guide ${therapy.passage}`, 'unspasm status'],
    run: (invocation, context) => run(invocation, context, therapy),
  };
}

function ownOptions({ minutes, rounds, forms, cautions }: Therapy): OptionDeclaration[] {
  const ids = forms?.map(({ id }) => id).join(', ');
  return [
    ...(minutes ? [{ flags: '--minutes <n>', description: `how long: ${minutes.min} to ${minutes.max}` }] : []),
    ...(rounds ? [{ flags: '--rounds <n>', description: `how many rounds: ${rounds.min} to ${rounds.max}` }] : []),
    ...(ids ? [{ flags: '--form <id>', description: `one of ${ids}`, values: () => forms!.map(toCandidate) }] : []),
    ...(cautions ? [{ flags: '--check', description: 'ask again who should not use it' }] : []),
  ];
}

function toCandidate({ id, label }: Form): Candidate {
  return { value: id, description: label };
}

async function run({ options }: Invocation, context: Context, therapy: Therapy): Promise<void> {
  const flags = readSessionFlags(options);
  const given = readChoices(options, therapy);
  if (options['json']) return printJson(context, therapy);
  const ports = await context.ports();
  if (await resumedInterrupted(context, ports, flags)) return;
  await checkCautions(context, ports, therapy, Boolean(options['check']));
  const form = given.form ?? (await askForm(context, therapy));
  const past = await lookBack(context);
  const now = ports.clock.now();
  await decide(context, warningsFor(therapy.id, past, ports.kept.running(), therapy, now));
  await runSession(context, ports, planOf(context, therapy, { ...given, form }, past), flags);
}

// What is known of it, and when it may be applied: a script that wants to run it leaves --json out.
async function printJson(context: Context, therapy: Therapy): Promise<void> {
  context.printJson(therapyDocument(therapy, applicationsFor(therapy.id, await lookBack(context), therapy)));
}

interface Given {
  readonly minutes: number | undefined;
  readonly rounds: number | undefined;
  readonly form: Form | undefined;
}

function readChoices(options: Invocation['options'], { minutes, rounds, forms = [] }: Therapy): Given {
  const typed = options['form'] as string | undefined;
  const known = forms.map(({ id }) => id);
  const named = typed === undefined ? undefined : oneOf('form', typed, known);
  return {
    form: forms.find(({ id }) => id === named),
    minutes: minutes && readNumber(options, 'minutes', minutes, minutes.why),
    rounds: rounds && readNumber(options, 'rounds', rounds),
  };
}

// Where nobody can be asked it is the first, which takes the most care.
async function askForm(context: Context, { forms, name }: Therapy): Promise<Form | undefined> {
  if (!forms || !mayAsk(context.capabilities)) return forms?.[0];
  const prompter = await context.prompter();
  const asked = { title: name, intro: 'In which form?', options: choiceOptions(forms), default: forms[0]!.id };
  const chosen = await prompter.choice(asked);
  return forms.find(({ id }) => chosen !== BACK && id === chosen);
}

function planOf({ settings }: Context, therapy: Therapy, { minutes, rounds, form }: Given, past: Past): Plan {
  const isFirst = !past.done.has(therapy.id);
  const settled = minutesSet(settings, therapy.id);
  const usual = settled ?? (isFirst ? therapy.minutes?.first : undefined) ?? therapy.minutes?.usual;
  const chosen = minutes ?? usual;
  const activities = [{ ...therapy, ...form }].map((one) => ({ ...one, id: therapy.id, name: therapy.name }));
  const steps = stepsOf(activities, {
    ...(therapy.minutes && chosen && { minutes: { chosen, most: therapy.minutes.max } }),
    ...(rounds && { rounds }),
  });
  const { id, name, goesOnAsleep, end } = therapy;
  const script: Script = { therapy: id, name, parts: partsOf(activities), steps, goesOnAsleep, end };
  const note = past.today.episode && therapy.phases?.[past.today.episode.phase];
  const planned = secondsOf(steps.filter(({ kind }) => kind !== 'ready')) * 1000;
  return { script, planned, namesParts: false, notes: note ? [note] : [], therapy, ...(form && { form: form.id }) };
}
