import { type CommandDeclaration, defineCommand, flag, JSON_FLAG, type Option, text } from '../../app/command.ts';
import type { Form, Therapy } from '../../content/session-types.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { planTherapy } from '../core/plan.ts';
import { usualMinutesFor } from '../../settings/settings.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { BACK, choiceOptions } from '../../terminal/prompter.ts';
import { oneOf } from '../../text/did-you-mean.ts';
import { therapyDocument } from '../views/therapy.ts';
import { checkCautions } from '../run/cautions.ts';
import { checkPlace, noteRedirected } from '../run/place.ts';
import { lookBack, withNotes } from '../run/past.ts';
import { resumedInterrupted, runSession } from '../run/run.ts';
import { allowancesFor, warnAndConfirm, warningsFor } from '../run/warnings.ts';
import {
  BACKGROUND,
  minutesWithin,
  numberWithin,
  readMinutes,
  SESSION_OPTIONS,
  sessionFlags,
  type SessionOptions,
} from './options.ts';

/** The command of a therapy: all that it says and asks is data. */
export function therapyCommand(therapy: Therapy): CommandDeclaration {
  const { id, summary, unlisted, description, forms, cautions } = therapy;
  const form = forms?.at(-1);
  return defineCommand({
    name: id,
    summary,
    ...(unlisted && { unlisted }),
    description,
    ...(therapy.minutes && {
      arguments: [{ syntax: '[minutes...]', description: 'its length in minutes, such as 15 (like --minutes)' }],
    }),
    options: { ...therapyOptions(therapy), ...BACKGROUND, ...SESSION_OPTIONS, json: JSON_FLAG },
    // It describes the therapy, and starts nothing.
    exclusive: [['json', 'background']],
    examples: [
      { command: `unspasm ${id}`, does: 'start' },
      ...(form ? [{ command: `unspasm ${id} --form ${form.id}`, does: `choose the form: ${form.label}` }] : []),
      ...(cautions ? [{ command: `unspasm ${id} --check`, does: 'ask the safety questions again' }] : []),
    ],
    seeAlso: [`unspasm guide ${therapy.passage}`, 'unspasm status'],
    run: async ({ args, options }, context) => {
      const minutes = minutesOf(therapy, args, options.minutes);
      if (!options.json) return start(context, therapy, { ...options, minutes });
      // A script that wants to run the session leaves --json out.
      const allowances = allowancesFor(id, await lookBack(context), therapy);
      return { document: () => therapyDocument(therapy, allowances), lines: () => [] };
    },
  });
}

// A therapy has the options that its data has a choice for.
function therapyOptions({ minutes, rounds, forms, cautions }: Therapy) {
  return {
    ...(minutes && { minutes: minutesWithin(`length in minutes: ${minutes.min} to ${minutes.max}`, minutes) }),
    ...(rounds && { rounds: numberWithin(`number of rounds: ${rounds.min} to ${rounds.max}`, rounds) }),
    ...(forms && { form: oneOfForms(forms) }),
    ...(cautions && { check: flag('ask the safety questions again') }),
  };
}

/** The length as an argument or as an option. @throws UsageError for both, or one that is out of its range */
function minutesOf({ id, minutes }: Therapy, args: readonly string[], option: number | undefined): number | undefined {
  if (args.length === 0 || !minutes) return option;
  const typed = args.join(' ');
  // Other words may be a sentence, such as "ice or heat".
  if (!/^[\d-]/.test(typed))
    throw new UsageError(`"${typed}" isn't a length`, {
      code: 'not-a-length',
      hint: `use a number of minutes, such as: unspasm ${id} ${minutes.max}`,
    });
  if (option === undefined) return readMinutes('the length', typed, minutes);
  throw new UsageError(`"${typed}" and --minutes ${option} both say how long it is`, {
    code: 'bad-minutes',
    hint: `use one of them, such as: unspasm ${id} ${option}`,
  });
}

function oneOfForms(forms: readonly Form[]): Option<Form> {
  const ids = forms.map(({ id }) => id);
  const candidates = () => forms.map(({ id, label }) => ({ value: id, description: label }));
  const { declare } = text('<id>', `one of ${ids.join(', ')}`, candidates);
  const read = (name: string, typed: unknown) => {
    const id = oneOf(name, typed as string, ids);
    return forms.find((form) => form.id === id)!;
  };
  return { declare, read };
}

type TherapyOptions = SessionOptions & {
  readonly minutes?: number | undefined;
  readonly rounds?: number | undefined;
  readonly form?: Form | undefined;
  readonly check?: true | undefined;
};

async function start(context: Context, therapy: Therapy, options: TherapyOptions): Promise<void> {
  const flags = sessionFlags(options);
  const ports = await context.ports();
  const background = `unspasm ${therapy.id} --background`;
  checkPlace({ context, ports, background });
  if (!flags.background) noteRedirected(context, background);
  if (await resumedInterrupted({ context, ports, flags })) return;
  await checkCautions({ context, ports, therapy, again: options.check === true });
  const form = options.form ?? (await askForm(context, therapy));
  const past = await lookBack(context);
  const session = { id: therapy.id, therapy, past, now: ports.clock.now() };
  await warnAndConfirm(context, warningsFor(session));
  const plan = planTherapy(therapy, {
    minutes: options.minutes,
    rounds: options.rounds,
    form,
    usualMinutes: usualMinutesFor(context.settings, therapy.id),
    isFirst: !past.done.has(therapy.id),
    phase: past.today.episode?.phase,
  });
  await runSession({ context, ports, plan: withNotes(plan, past), flags });
}

// Where nobody can be asked, it is the first form, which takes the most care.
async function askForm(context: Context, { forms, name }: Therapy): Promise<Form | undefined> {
  if (!forms || !mayAsk(context.capabilities)) return forms?.[0];
  const prompter = await context.prompter();
  const asked = {
    title: name,
    intro: 'Which one do you want to use?',
    options: choiceOptions(forms),
    default: forms[0]!.id,
  };
  const chosen = await prompter.choice(asked);
  return forms.find(({ id }) => chosen !== BACK && id === chosen);
}
