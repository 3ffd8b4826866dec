import type {
  QuestionnaireResponse,
  QuestionnaireResponseItem as Item,
  QuestionnaireResponseItemAnswer as ItemAnswer,
  Reference,
} from 'fhir/r4.js';
import type { Checklist, Question } from '../../content/types.ts';
import type { Entry } from '../../journal/core/records.ts';
import { ONSET_AT } from '../../journal/core/onset.ts';
import { type Answers, choicesOf, keptAnswers } from '../../triage/core/answers.ts';
import type { TriageKnowledge } from '../../triage/core/result.ts';
import { uuidOf, type WithId } from './ids.ts';
import { dateTime, plain } from './values.ts';

/** What triage asks, with its words. */
export type Asked = Pick<TriageKnowledge, 'checklists' | 'questions' | 'signs'>;

/** A check in the journal: its answers, and what was asked. */
interface Check {
  readonly answers: Answers;
  /** Whether a sign of a checklist was asked about. */
  readonly wasAsked: (checklist: Checklist, sign: string) => boolean;
}

/**
 * A check of the warning signs as a QuestionnaireResponse: what was asked, and what was answered.
 * What wasn't asked is left out: a sign that nobody asked about must not read as one that isn't
 * there. The level is left out too: it is the program's conclusion and not an answer.
 * @param patient the reference to the Patient
 * @returns nothing when nothing was answered
 */
export function responseOf(entry: Entry, asked: Asked, patient: Reference): WithId<QuestionnaireResponse> | undefined {
  const check = checkOf(entry, asked);
  const item = [...checklistItems(check, asked), ...unlistedSignItems(check, asked), ...questionItems(check, asked)];
  if (item.length === 0) return undefined;
  const authored = dateTime(Date.parse(entry.at), entry.at);
  return {
    resourceType: 'QuestionnaireResponse',
    id: uuidOf(entry.id, 'check'),
    status: 'completed',
    subject: patient,
    ...(authored && { authored }),
    author: patient,
    source: patient,
    item,
  };
}

function checkOf(entry: Entry, { signs }: Asked): Check {
  const { asked, notAsked } = entry;
  const answers = keptAnswers(entry);
  if (asked) return { answers, wasAsked: (_checklist, sign) => asked.includes(sign) };
  const date = entry.at.slice(0, 'YYYY-MM-DD'.length);
  // Older lines name the checklists that weren't asked, not single signs. A line without that list may have left out
  // anything, and a sign that the program learned later was not asked then.
  const wasAsked = ({ id }: Checklist, sign: string) =>
    notAsked !== undefined && !notAsked.includes(id) && (signs.get(sign)?.since ?? '') <= date;
  return { answers, wasAsked };
}

function checklistItems({ answers, wasAsked }: Check, { checklists, signs }: Asked): Item[] {
  return checklists.flatMap((checklist) => {
    const item = checklist.signs.flatMap((id) =>
      signItems(id, signs, signAnswer(id, answers, wasAsked(checklist, id))),
    );
    return item.length === 0 ? [] : [{ linkId: checklist.id, text: checklist.title, item }];
  });
}

// Signs that were reported to an older version, and that no checklist asks about today.
function unlistedSignItems({ answers }: Check, { checklists, signs }: Asked): Item[] {
  const listed = new Set(checklists.flatMap((checklist) => checklist.signs));
  const others = [...new Set([...answers.signs, ...answers.unsure])].filter((id) => !listed.has(id));
  return others.flatMap((id) => signItems(id, signs, signAnswer(id, answers, false)));
}

function signItems(id: string, signs: Asked['signs'], answer: ItemAnswer | undefined): Item[] {
  return answer ? itemsOf(id, signs.get(id)?.label ?? id, answer) : [];
}

function signAnswer(id: string, { signs, unsure }: Answers, wasAsked: boolean): ItemAnswer | undefined {
  if (signs.has(id)) return { valueBoolean: true };
  if (unsure.has(id)) return { valueString: 'not sure' };
  return wasAsked ? { valueBoolean: false } : undefined;
}

function questionItems({ answers }: Check, { questions }: Asked): Item[] {
  return [...answers.values].flatMap(([id, value]) => {
    if (id === ONSET_AT) return onsetItems(value, questions);
    const question = questions.find((one) => one.id === id);
    const answer = valueAnswer(value, question);
    return answer ? itemsOf(id, question?.prompt ?? id, answer) : [];
  });
}

// A day or a time that was typed: the answer to the question itself only says which of its choices that is.
function onsetItems(value: string | number, questions: Asked['questions']): Item[] {
  const prompt = questions.find(({ id }) => id === 'onset')?.prompt ?? 'onset';
  const answer = typeof value === 'string' ? timeAnswer(value) : undefined;
  return answer ? itemsOf(ONSET_AT, `${prompt} (as typed)`, answer) : [];
}

function timeAnswer(typed: string): ItemAnswer | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(typed)) return { valueDate: typed };
  const time = dateTime(Date.parse(typed), typed);
  return time === undefined ? undefined : { valueDateTime: time };
}

function valueAnswer(value: string | number, question: Question | undefined): ItemAnswer | undefined {
  if (typeof value === 'number') return numberAnswer(value);
  const text = plain(choicesOf(question).find(({ id }) => id === value)?.label ?? value);
  return text === undefined ? undefined : { valueString: text };
}

// FHIR's integers have 32 bits, and JSON has no number for 1e999, which somebody may have written with an editor.
function numberAnswer(value: number): ItemAnswer | undefined {
  if (!Number.isFinite(value)) return undefined;
  return (value | 0) === value ? { valueInteger: value } : { valueDecimal: value };
}

// FHIR has no empty strings: nothing where the id or the label is only space.
function itemsOf(id: string, label: string, answer: ItemAnswer): Item[] {
  const [linkId, text] = [plain(id), plain(label)];
  return linkId === undefined || text === undefined ? [] : [{ linkId, text, answer: [answer] }];
}
