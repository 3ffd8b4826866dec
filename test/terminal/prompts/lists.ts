import { join } from 'node:path';
import type { ChecklistPrompt } from '../../../src/terminal/prompter.ts';
import { openContent } from '../../../src/system/content.ts';
import { KNOWLEDGE } from '../../triage/answers.ts';

const content = openContent(join(import.meta.dirname, '..', '..', '..', 'data'));

/** Every checklist that the program asks: triage's, the cautions of each therapy, and the medicines'. */
export const LISTS: readonly ChecklistPrompt[] = [
  ...KNOWLEDGE.checklists.map(({ title, intro, signs }, at) => ({
    place: `${at + 1}/11`,
    title,
    intro,
    preface: at === 0 ? KNOWLEDGE.disclaimer.short : '',
    items: signs.map((id) => KNOWLEDGE.signs.get(id)!),
    canGoBack: at > 0,
  })),
  ...content.therapies().therapies.flatMap(({ name, cautions }) =>
    cautions
      ? [
          {
            place: '',
            title: name,
            intro: cautions.intro,
            items: [...cautions.avoid, ...cautions.ask],
            canGoBack: false,
          },
        ]
      : [],
  ),
  ...content.medicines().groups.map(({ title, intro, checks }, at) => ({
    place: `${at + 1}/2`,
    title,
    intro,
    items: checks,
    canGoBack: at > 0,
  })),
];
