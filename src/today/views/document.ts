import { toIso } from '../../journal/core/when.ts';
import { nextDocument } from '../../plan/views/plan.ts';
import type { TodayView } from './today.ts';

/** The page of today for scripts. */
export function todayDocument({ today, advice, plan }: Pick<TodayView, 'today' | 'advice' | 'plan'>): object {
  const { next, headline } = advice;
  const {
    unseen,
    noteWithSigns: note,
    episode,
    quiet,
    pains,
    ahead,
    sessions,
    allowances,
    medicines,
    exercise,
  } = today;
  return {
    unseen: unseen ? { id: unseen.id, at: unseen.at, level: unseen.level, headline } : null,
    heard: note ? { id: note.id, at: note.at, signs: note.signs } : null,
    episode: episode
      ? { start: episode.at, ...(episode.onset && { onset: episode.onset }), day: episode.day, phase: episode.phase }
      : null,
    ended: quiet ? { start: quiet.at, end: toIso(quiet.end!) } : null,
    pains,
    ahead: ahead.map(({ id, at }) => ({ id, at })),
    sessions: sessions.map(({ id, at, therapy, minutes }) => ({ id, at, therapy, minutes })),
    applications: allowances.map(({ therapy, done, from }) => ({
      therapy: therapy.id,
      doneToday: done,
      allowedFrom: from === undefined ? null : toIso(from),
    })),
    next: next
      ? { id: next.id, text: next.text, ...(next.command && { command: `unspasm ${next.command}` }) }
      : plan
        ? nextDocument(plan)
        : null,
    medicines,
    exercise,
  };
}
