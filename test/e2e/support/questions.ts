import { runProgram } from '../process.ts';

export interface SignDocument {
  readonly id: string;
  readonly label: string;
  readonly details: string;
  readonly level: string;
  readonly sources: readonly string[];
}

export interface QuestionDocument {
  readonly id: string;
  readonly prompt: string;
  readonly type: 'choice' | 'integer';
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
}

export interface QuestionsDocument {
  readonly schemaVersion: number;
  readonly checklists: readonly {
    readonly id: string;
    readonly title: string;
    readonly signs: readonly SignDocument[];
  }[];
  readonly questions: readonly QuestionDocument[];
}

/** All that triage can ask, as the program itself tells it. */
export async function askQuestions(): Promise<QuestionsDocument> {
  const { stdout } = await runProgram(['triage', '--questions', '--json']);
  return JSON.parse(stdout) as QuestionsDocument;
}
