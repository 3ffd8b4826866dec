import { JSON_OPTION, type CommandDeclaration, type Invocation } from '../../app/command.ts';
import type { MedicineGroup, MedicinesContent } from '../../content/types.ts';
import type { Context } from '../../app/context.ts';
import { BACK, type Marked, type Prompter } from '../../terminal/prompter.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';
import { adviceLines, medicinesClosing, medicinesIntro, medicinesLines } from '../views/medicines.ts';

export const command: CommandDeclaration = {
  name: 'medicines',
  summary: 'pain relief without a prescription: who should ask first',
  description: [
    'Walks through the reasons to ask a pharmacist or doctor before taking pain relief that is sold without a prescription. It never names a dose: the label does.',
    'Off a terminal, or with --print, it shows the whole list instead of asking.',
  ],
  options: [{ flags: '--print', description: 'show everything, ask nothing' }, JSON_OPTION],
  examples: [
    { command: 'unspasm medicines', does: 'ask, and say whom to ask' },
    { command: 'unspasm medicines --print', does: 'the whole list' },
  ],
  seeAlso: ['unspasm guide medicines'],
  withoutInput: 'unspasm medicines --print shows everything without asking',
  run,
};

async function run({ options }: Invocation, context: Context): Promise<void> {
  const medicines = context.content.medicines();
  if (options['json']) return context.printJson(medicinesDocument(medicines));
  if (options['print'] || !context.capabilities.interactive)
    return context.print(medicinesLines(context.page, medicines));
  await walkThrough(context, medicines);
}

async function walkThrough(context: Context, medicines: MedicinesContent): Promise<void> {
  const prompter = await context.prompter();
  prompter.show(medicinesIntro(context.page, medicines));
  const replies: Marked[] = [];
  for (let at = 0; at < medicines.groups.length;) {
    const said = await askGroup(prompter, medicines.groups, at, replies[at]);
    if (said !== BACK) replies[at] = said;
    at += said === BACK ? -1 : 1;
  }
  const advice = medicines.groups.flatMap((group, at) => adviceLines(context.page, medicines, group, replies[at]!));
  context.print([...advice, ...medicinesClosing(context.page, medicines)]);
}

function askGroup(prompter: Prompter, groups: readonly MedicineGroup[], at: number, before: Marked | undefined) {
  const { title, intro, checks } = groups[at]!;
  const place = `${at + 1}/${groups.length}`;
  const marks = before && { marked: before.signs, unsure: before.unsure };
  return prompter.checklist({ place, title, intro, items: checks, canGoBack: at > 0, ...marks });
}

function medicinesDocument({ intro, label, ask, groups, topical, stop }: MedicinesContent): object {
  return { schemaVersion: SCHEMA_VERSION, intro, label, ask, groups, topical, stop };
}
