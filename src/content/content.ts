import type {
  Chapter,
  EmergencyNumbers,
  JournalContent,
  MedicinesContent,
  Position,
  Sign,
  Source,
  TherapiesContent,
  TriageContent,
} from './types.ts';

/** What the program says, read from `data/` when it is first asked for: a command pays only for what it shows. */
export interface Content {
  readonly chapters: () => Chapter[];
  readonly signs: () => ReadonlyMap<string, Sign>;
  readonly triage: () => TriageContent;
  readonly positions: () => Position[];
  readonly medicines: () => MedicinesContent;
  readonly emergencyNumbers: () => EmergencyNumbers;
  readonly journal: () => JournalContent;
  readonly therapies: () => TherapiesContent;
  readonly sources: () => ReadonlyMap<string, Source>;
}
