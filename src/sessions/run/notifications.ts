import { keysNow, type Press } from '../core/keys.ts';
import type { Session } from '../core/state.ts';
import type { Stage } from '../playback/stage.ts';
import { type Notice, showNotice, withHelpers } from '../reach.ts';
import type { Announcement } from '../views/announcement.ts';
import { howToAnswerText } from '../views/background.ts';
import type { SessionRun } from './session-run.ts';

/** The notifications of a session. */
export interface Notifications {
  /**
   * Shows what there is to do now, if anything is new, and takes away what has been answered.
   * @param press answers for somebody who presses a button
   */
  readonly update: (
    announcements: readonly Announcement[],
    session: Session,
    stage: Stage,
    press: (press: Press) => void,
  ) => void;
  /** Takes away a notification that waits for an answer. */
  readonly withdraw: () => void;
}

/**
 * The notifications of a session: alarms and, in the background, whatever there is to do. They are those of the desktop,
 * or where there are none, those of the terminal.
 * @param canAnswer whether somebody can answer an alarm
 */
export function openNotifications(run: SessionRun, canAnswer: boolean): Notifications {
  const { ports, flags, context } = run;
  const isWanted = !flags.quiet && context.settings.notifications !== false;
  let isAsking = false;
  const withdraw = () => {
    // Where nobody can answer an alarm, what to do stays on the screen.
    if (!isAsking || !canAnswer) return;
    isAsking = false;
    void withHelpers(ports, ({ notifier }) => typeof notifier !== 'string' && notifier.withdraw());
  };
  return {
    withdraw,
    update: (announcements, session, stage, press) => {
      const answers = answersTo(session);
      if (answers.length === 0) withdraw();
      const notice = isWanted ? noticeFor(announcements, session, flags.background) : undefined;
      if (!notice) return;
      const actions = answers.map(({ label, press: answer }) => ({ label, chosen: () => press(answer) }));
      isAsking = answers.length > 0;
      const asking = { ...notice, ...(canAnswer && isAsking && { actions }) };
      void withHelpers(ports, ({ notifier }) => showNotice(notifier, asking, () => stage.notify(notice.body)));
    },
  };
}

/** The answers to an alarm, or to a check that waits for one; none where nothing is asked. */
function answersTo(session: Session): { readonly label: string; readonly press: Press }[] {
  const { alarm, check, paused } = session;
  if (alarm) return [{ label: keysNow(session)[0]!.does, press: 'enter' }];
  if (!check || paused) return [];
  return [
    { label: check.well, press: 'enter' },
    { label: check.unwell, press: 'h' },
  ];
}

function noticeFor(
  announcements: readonly Announcement[],
  session: Session,
  isBackground: boolean,
): Pick<Notice, 'title' | 'body' | 'urgent'> | undefined {
  const lineOf = (kind: Announcement['sound']) => announcements.findLast(({ sound }) => sound === kind)?.line;
  const alarm = lineOf('alarm');
  const line = alarm ?? (isBackground ? lineOf('step') : undefined);
  if (line === undefined) return undefined;
  // Without a window, nothing else says how to answer.
  const body = isBackground ? [line, howToAnswerText(session)].filter(Boolean).join(' ') : line;
  return { title: 'unspasm', body, urgent: alarm !== undefined };
}
