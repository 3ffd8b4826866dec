import type { Question } from '../../content/types.ts';
import type { TriageKnowledge, TriageResult } from '../core/result.ts';

/** A triage result as the JSON document that scripts read. */
export function resultDocument(result: TriageResult): object {
  const { level, headline, reasons, plan, safetyNet, number, notAsked } = result;
  return {
    level,
    headline,
    reasons: reasons.map(({ say: _say, ...reason }) => reason),
    plan: plan.map(({ command, against: _against, untilSeen: _untilSeen, ...step }) => ({
      ...step,
      ...(command && { command: `unspasm ${command}` }),
    })),
    safetyNet: safetyNet.signs,
    emergencyNumber: number.dial ?? number.inFull,
    ...(number.country && { emergencyCountry: { ...number.country, guessed: number.guessed ?? false } }),
    notAsked,
  };
}

/** Everything that triage can ask, for people who write answers. */
export function questionsDocument(content: TriageKnowledge): object {
  return {
    checklists: content.checklists.map(({ id, title, intro, signs }) => ({
      id,
      title,
      intro,
      signs: signs.map((sign) => {
        const { label, details, level, sources } = content.signs.get(sign)!;
        return { id: sign, label, details, level, sources };
      }),
    })),
    questions: content.questions.map(questionDocument),
  };
}

function questionDocument(question: Question): object {
  const { id, prompt, type } = question;
  if (question.type === 'choice')
    return {
      id,
      prompt,
      type,
      choices: question.choices.map((choice) => ({ id: choice.id, label: choice.label })),
      ...(question.typed && { takesTime: true }),
    };
  const { min, max, unit } = question;
  return { id, prompt, type, min, max, unit };
}
