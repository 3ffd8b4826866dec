import { defineCommand, flag, JSON_FLAG } from '../../app/command.ts';
import type { ProfileItem } from '../../content/profile-types.ts';
import type { MedicinesContent } from '../../content/types.ts';
import type { Context } from '../../app/context.ts';
import { present } from '../../app/present.ts';
import { BACK, type Marked, type Marks, type Prompter } from '../../terminal/prompter.ts';
import { medicineMarks } from '../../profile/core/profile.ts';
import { knownItems, learnFrom } from '../../profile/known.ts';
import { adviceLines, medicinesClosing, medicinesDocument, medicinesLines } from '../views/medicines.ts';

export const command = defineCommand({
  name: 'medicines',
  summary: 'over-the-counter painkillers: who should ask first',
  description: [
    'Goes through the reasons to ask a pharmacist or doctor before you take an over-the-counter painkiller. It never gives a dose: that is on the label.',
    'With --print, or when not run in a terminal, it shows the whole list instead of asking.',
  ],
  options: { print: flag('show the whole list without asking'), json: JSON_FLAG },
  examples: [
    { command: 'unspasm medicines', does: 'check if you should ask first' },
    { command: 'unspasm medicines --print', does: 'show the whole list' },
  ],
  seeAlso: ['unspasm guide medicines'],
  withoutInput: 'to see the whole list, use --print',
  run: ({ options }, context) => {
    const medicines = context.content.medicines();
    const isPrinted = options.json || options.print || !context.capabilities.interactive;
    const known = knownItems(context);
    if (!isPrinted) return walkThrough(context, medicines, known);
    const marks = new Map(medicines.groups.map(({ id }) => [id, medicineMarks(known, id)]));
    return {
      document: () => medicinesDocument(medicines, marks),
      lines: () => medicinesLines(context.page, medicines, marks),
    };
  },
});

async function walkThrough(
  context: Context,
  medicines: MedicinesContent,
  known: readonly ProfileItem[],
): Promise<void> {
  const prompter = await context.prompter();
  const replies: Marked[] = [];
  for (let at = 0; at < medicines.groups.length;) {
    const marks = { signs: medicineMarks(known, medicines.groups[at]!.id), unsure: [] };
    const reply = await askGroup(prompter, medicines, at, replies[at] ?? marks);
    if (reply !== BACK) replies[at] = reply;
    at += reply === BACK ? -1 : 1;
  }
  const marked = medicines.groups.flatMap(({ id }, at) => replies[at]!.signs.map((check) => `${id}/${check}`));
  learnFrom(context, 'medicines', marked);
  const { page } = context;
  const advice = () => medicines.groups.flatMap((group, at) => adviceLines(page, medicines, group, replies[at]!));
  const lines = () => [...advice(), ...medicinesClosing(page, medicines)];
  await present({ ...context, inDialogue: true }, { lines });
}

function askGroup(prompter: Prompter, { groups, intro: about, label }: MedicinesContent, at: number, before: Marks) {
  const { title, intro, checks } = groups[at]!;
  const preface = at === 0 ? `${about} ${label}` : '';
  const place = `${at + 1}/${groups.length}`;
  const marks = { marked: before.signs, unsure: before.unsure };
  return prompter.checklist({ place, title, intro, preface, items: checks, canGoBack: at > 0, ...marks });
}
