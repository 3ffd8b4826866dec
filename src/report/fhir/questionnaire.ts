import type { Question } from '../../content/types.ts';
import type { Entry } from '../../journal/records.ts';
import type { TriageKnowledge } from '../../triage/result.ts';
import { PATIENT, type Resource } from './resource.ts';
import { uuidOf } from './uuid.ts';
import { dateTime, textIn } from './values.ts';

interface Item {
  readonly linkId: string;
  readonly text: string;
  readonly item?: readonly Item[];
  readonly answer?: readonly object[];
}

/**
 * A check of the warning signs as what was asked and answered. What wasn't asked isn't there: never
 * as a "no". Neither the level nor any diagnosis is.
 */
export function questionnaireOf(entry: Entry, knowledge: TriageKnowledge): Resource {
  const items = [
    ...checklistItems(entry, knowledge),
    ...otherItems(entry, knowledge),
    ...answerItems(entry, knowledge),
  ];
  return {
    resourceType: 'QuestionnaireResponse',
    id: uuidOf(`${entry.id} check`),
    status: entry.base === undefined ? 'completed' : 'amended',
    subject: PATIENT,
    author: PATIENT,
    source: PATIENT,
    authored: dateTime(entry.at),
    ...(items.length > 0 && { item: items }),
  };
}

function checklistItems(entry: Entry, { checklists, signs }: TriageKnowledge): Item[] {
  const asked = checklists.filter(({ id }) => !entry.notAsked?.includes(id));
  return asked.map(({ id, title, signs: ids }) => ({
    linkId: id,
    text: title,
    item: ids.map((sign) => ({ linkId: sign, text: signs.get(sign)!.label, answer: [answerTo(sign, entry)] })),
  }));
}

function answerTo(sign: string, { signs = [], unsure = [] }: Entry): object {
  return unsure.includes(sign) ? { valueString: 'not sure' } : { valueBoolean: signs.includes(sign) };
}

// Reported although its list wasn't asked, or from a former version of the lists.
function otherItems(entry: Entry, { checklists, signs }: TriageKnowledge): Item[] {
  const asked = new Set(checklists.filter(({ id }) => !entry.notAsked?.includes(id)).flatMap((list) => list.signs));
  const told = [...(entry.signs ?? []), ...(entry.unsure ?? [])].filter((sign) => !asked.has(sign) && textIn(sign));
  if (told.length === 0) return [];
  const items = told.map((sign) => ({
    linkId: textIn(sign)!,
    text: signs.get(sign)?.label ?? textIn(sign)!,
    answer: [answerTo(sign, entry)],
  }));
  return [{ linkId: 'others', text: 'Others', item: items }];
}

function answerItems({ answers = {} }: Entry, { questions }: TriageKnowledge): Item[] {
  return Object.entries(answers).flatMap(([id, value]) => {
    const question = questions.find((one) => one.id === id);
    const answer = valueOf(value, question);
    return answer && textIn(id)
      ? [{ linkId: textIn(id)!, text: question?.prompt ?? textIn(id)!, answer: [answer] }]
      : [];
  });
}

function valueOf(value: string | number, question: Question | undefined): object | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? { valueInteger: value } : { valueDecimal: value };
  const label = question?.type === 'choice' ? question.choices.find(({ id }) => id === value)?.label : undefined;
  const text = textIn(label ?? value);
  return text === undefined ? undefined : { valueString: text };
}
