import { type Answer, defineCommand, flag, JSON_FLAG } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { Cancelled } from '../../errors.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { BACK } from '../../terminal/prompter.ts';
import { currentItems, dueItems, EMPTY_PROFILE } from '../core/profile.ts';
import { savedProfile, saveProfile } from '../known.ts';
import { profileDocument, profileLines } from '../views/profile.ts';

export const command = defineCommand({
  name: 'profile',
  summary: 'answer once about your health, so that cautions fit you',
  description: [
    'Asks once about things that call for extra care, such as a blood thinner, fragile bones, a heart condition or pregnancy. The answers stay on this computer. Ice, heat, stretches, medicines and log then tell you first what applies to you. Triage marks it for you to confirm.',
    'With --show, or when not run in a terminal, it shows what is saved. Nothing is locked: you decide.',
  ],
  exclusive: [['show', 'clear']],
  options: {
    show: flag('show what is saved, without asking'),
    clear: flag('delete what is saved'),
    json: JSON_FLAG,
  },
  examples: [
    { command: 'unspasm profile', does: 'answer, or change your answers' },
    { command: 'unspasm profile --show', does: 'show what is saved' },
  ],
  seeAlso: ['unspasm medicines', 'unspasm triage'],
  withoutInput: 'to see what is saved, use --show',
  run: async ({ options }, context) => {
    if (options.clear) context.answerStore.rememberProfile(EMPTY_PROFILE);
    else if (!options.show && !options.json && mayAsk(context.capabilities)) await askProfile(context);
    return answer(context);
  },
});

async function askProfile(context: Context): Promise<void> {
  const { title, intro, about, items } = context.content.profile();
  const prompter = await context.prompter();
  const marked = currentItems(context.content.profile(), savedProfile(context), context.now().getTime());
  const said = await prompter.checklist({
    title,
    intro,
    preface: about,
    items,
    marked: marked.map(({ id }) => id),
  });
  if (said === BACK) throw new Cancelled('left before the profile was answered');
  // "Not sure" counts as a yes: a caution too many costs a question to a pharmacist.
  saveProfile(context, said.shown, [...said.signs, ...said.unsure]);
}

function answer(context: Context): Answer {
  const content = context.content.profile();
  const profile = savedProfile(context);
  const now = context.now().getTime();
  const items = currentItems(content, profile, now);
  return {
    document: () => profileDocument(items, profile),
    lines: () => profileLines(context.page, items, dueItems(content, profile, now), profile),
  };
}
