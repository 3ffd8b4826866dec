import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../content/content.ts';
import type { AlsoCalled, Chapter, Sign, Source } from '../content/types.ts';
import type { ImportMap } from '../content/import-maps.ts';
import type { Pose, StretchesContent } from '../content/session-types.ts';

/** The content of a folder; each file is read when it is first needed. @param folder the path of `data/` */
export function openContent(folder: string): Content {
  const files = new Map<string, unknown>();
  const read = <T>(file: string): T => {
    if (!files.has(file)) files.set(file, JSON.parse(readFileSync(join(folder, file), 'utf8')));
    return files.get(file) as T;
  };
  return {
    chapters: () => readChapters(folder, read),
    chapter: (id) => read(join('guide', `${id}.json`)),
    signs: () => byId(read<{ signs: Sign[] }>('signs.json').signs),
    triage: () => read('triage.json'),
    positions: () => read<StretchesContent>('stretches.json').positions,
    everyday: () => read('everyday.json'),
    stretches: () => read('stretches.json'),
    sessions: () => read('sessions.json'),
    plan: () => read('plan.json'),
    poses: () => byId(read<{ poses: Pose[] }>('figures.json').poses),
    profile: () => read('profile.json'),
    medicines: () => read('medicines.json'),
    emergencyNumbers: () => read('emergency-numbers.json'),
    journalTexts: () => read('journal-texts.json'),
    episodes: () => read('episodes.json'),
    breaks: () => read('breaks.json'),
    checkIn: () => read('check-in.json'),
    exercise: () => read('exercise.json'),
    journalWords: () => read('journal-words.json'),
    therapies: () => read('therapies.json'),
    alsoCalled: () => read<{ also: readonly AlsoCalled[] }>('commands.json').also,
    crisis: () => read('crisis.json'),
    report: () => read('report.json'),
    importMaps: () => read<{ apps: readonly ImportMap[] }>('import-maps.json').apps,
    completionScript: (file) => readFileSync(join(folder, 'completions', file), 'utf8'),
    promptScript: (file) => readFileSync(join(folder, 'prompts', file), 'utf8'),
    sources: () => byId(read<{ sources: Source[] }>('sources.json').sources),
  };
}

function readChapters(folder: string, read: <T>(file: string) => T): Chapter[] {
  const files = readdirSync(join(folder, 'guide')).filter((file) => file.endsWith('.json'));
  const chapters = files.map((file) => read<Chapter>(join('guide', file)));
  return chapters.toSorted((a, b) => a.order - b.order);
}

function byId<T extends { id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
