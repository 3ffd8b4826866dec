import type { Checklist, Question } from '../../content/types.ts';
import type { Entry } from '../../journal/core/records.ts';
import { dateIn } from '../../journal/core/summary/days.ts';
import { type Answers, keptAnswers } from '../../triage/core/answers.ts';
import type { TriageKnowledge } from '../../triage/core/result.ts';
import { uuidOf } from './ids.ts';
import type { Reference, Resource } from './resource.ts';
import { plain } from './texts.ts';
import { dateTime } from './times.ts';

/** What triage asks, with its words. */
export type Asked = Pick<TriageKnowledge, 'checklists' | 'questions' | 'signs'>;

/** A check that was kept: what was said in it, and what was asked. */
interface Check {
  readonly said: Answers;
  /** Whether a sign of a checklist was asked. */
  readonly wasAsked: (checklist: Checklist, sign: string) => boolean;
}

/**
 * A check of the warning signs as a QuestionnaireResponse: what was asked, and what was answered.
 * What wasn't asked is left out: a sign that nobody asked about must not read as one that isn't
 * there. So is the level: that is what the program made of the answers, and nobody's answer.
 * @param person the reference to the Patient
 * @returns nothing when nothing was answered
 */
export function responseOf(entry: Entry, asked: Asked, person: Reference): Resource | undefined {
  const check = checkOf(entry, asked);
  const item = [...groupsOf(check, asked), ...othersOf(check, asked), ...answersOf(check, asked)];
  if (item.length === 0) return undefined;
  const authored = dateTime(Date.parse(entry.at), entry.at);
  return {
    resourceType: 'QuestionnaireResponse',
    id: uuidOf(entry.id, 'check'),
    status: 'completed',
    subject: person,
    ...(authored && { authored }),
    author: person,
    source: person,
    item,
  };
}

function checkOf(entry: Entry, { signs }: Asked): Check {
  const { asked, notAsked } = entry;
  const said = keptAnswers(entry);
  if (asked) return { said, wasAsked: (_checklist, sign) => asked.includes(sign) };
  const day = dateIn(entry);
  // A line from before single signs were kept names whole checklists; one that doesn't say what was
  // left out may have left out anything, and a sign that was added since was not asked then.
  const wasAsked = ({ id }: Checklist, sign: string) =>
    notAsked !== undefined && !notAsked.includes(id) && (signs.get(sign)?.since ?? '') <= day;
  return { said, wasAsked };
}

function groupsOf(check: Check, { checklists, signs }: Asked): object[] {
  return checklists.flatMap((checklist) => {
    const item = checklist.signs.flatMap((id) => signItem(id, check.said, signs, check.wasAsked(checklist, id)));
    return item.length === 0 ? [] : [{ linkId: checklist.id, text: checklist.title, item }];
  });
}

// Signs that were reported to an older version, and that nothing asks about today.
function othersOf({ said }: Check, { checklists, signs }: Asked): object[] {
  const listed = new Set(checklists.flatMap((checklist) => checklist.signs));
  const others = [...new Set([...said.signs, ...said.unsure])].filter((id) => !listed.has(id));
  return others.flatMap((id) => signItem(id, said, signs, false));
}

function signItem(id: string, said: Answers, signs: Asked['signs'], asked: boolean): object[] {
  const answer = signAnswer(id, said, asked);
  return answer ? itemOf(id, signs.get(id)?.label ?? id, answer) : [];
}

function signAnswer(id: string, { signs, unsure }: Answers, asked: boolean): object | undefined {
  if (signs.has(id)) return { valueBoolean: true };
  if (unsure.has(id)) return { valueString: 'not sure' };
  return asked ? { valueBoolean: false } : undefined;
}

function answersOf({ said }: Check, { questions }: Asked): object[] {
  return [...said.values].flatMap(([id, value]) => {
    const question = questions.find((one) => one.id === id);
    const answer = valueAnswer(value, question);
    return answer ? itemOf(id, question?.prompt ?? id, answer) : [];
  });
}

function valueAnswer(value: string | number, question: Question | undefined): object | undefined {
  if (typeof value === 'number') return numberAnswer(value);
  const choices = question?.type === 'choice' ? question.choices : [];
  const text = plain(choices.find(({ id }) => id === value)?.label ?? value);
  return text === undefined ? undefined : { valueString: text };
}

// FHIR's integers have 32 bits; JSON has no number for 1e999, which a hand can have written.
function numberAnswer(value: number): object | undefined {
  if (!Number.isFinite(value)) return undefined;
  return (value | 0) === value ? { valueInteger: value } : { valueDecimal: value };
}

function itemOf(id: string, label: string, answer: object): object[] {
  const [linkId, text] = [plain(id), plain(label)];
  return linkId === undefined || text === undefined ? [] : [{ linkId, text, answer: [answer] }];
}
