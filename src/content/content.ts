import type {
  AlsoCalled,
  Chapter,
  CrisisContent,
  EmergencyNumbers,
  MedicinesContent,
  Position,
  Sign,
  Source,
  TriageContent,
} from './types.ts';
import type { BreaksContent } from './break-types.ts';
import type { ProfileContent } from './profile-types.ts';
import type {
  CheckInContent,
  EpisodeLimits,
  ExerciseContent,
  JournalTexts,
  JournalWords,
  ReportContent,
} from './journal-content.ts';
import type { PlanContent } from './plan-types.ts';
import type { ImportMap } from './import-maps.ts';
import type { EverydayContent, Pose, SessionsContent, StretchesContent, TherapiesContent } from './session-types.ts';

/** What the program says, read from `data/` when it is first needed, so a command reads only what it shows. */
export interface Content {
  readonly chapters: () => Chapter[];
  /** One chapter of the guide, by its id. */
  readonly chapter: (id: string) => Chapter;
  readonly signs: () => ReadonlyMap<string, Sign>;
  readonly triage: () => TriageContent;
  readonly positions: () => readonly Position[];
  readonly everyday: () => EverydayContent;
  readonly medicines: () => MedicinesContent;
  readonly profile: () => ProfileContent;
  readonly emergencyNumbers: () => EmergencyNumbers;
  readonly journalTexts: () => JournalTexts;
  readonly episodes: () => EpisodeLimits;
  readonly breaks: () => BreaksContent;
  readonly checkIn: () => CheckInContent;
  readonly exercise: () => ExerciseContent;
  readonly journalWords: () => JournalWords;
  readonly therapies: () => TherapiesContent;
  readonly stretches: () => StretchesContent;
  readonly sessions: () => SessionsContent;
  readonly plan: () => PlanContent;
  readonly poses: () => ReadonlyMap<string, Pose>;
  /** Commands, each with other words that people have for it. */
  readonly alsoCalled: () => readonly AlsoCalled[];
  readonly crisis: () => CrisisContent;
  readonly report: () => ReportContent;
  /** The apps whose tables can be imported. */
  readonly importMaps: () => readonly ImportMap[];
  /** A completion script for a shell. @param file its name in `data/completions/` */
  readonly completionScript: (file: string) => string;
  /** A script that shows the session in progress in a prompt. @param file its name in `data/prompts/` */
  readonly promptScript: (file: string) => string;
  readonly sources: () => ReadonlyMap<string, Source>;
}
