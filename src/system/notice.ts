/** What a notification says. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** It stays on the screen until somebody has seen it, where the desktop can do that. */
  readonly urgent: boolean;
  /** Buttons, on the desktops that have them: on Linux, but not on all of them. */
  readonly actions?: readonly NoticeAction[];
}

/** A button of a notification. */
export interface NoticeAction {
  readonly label: string;
  /** Called when somebody presses the button. */
  readonly chosen: () => void;
}

/** Shows notifications of the desktop, one at a time. It doesn't keep our process running. */
export interface Notifier {
  /**
   * Shows a notification in place of the one before.
   * @returns whether it is shown, as far as the computer says. macOS doesn't say if they are forbidden.
   */
  readonly show: (notice: Notice) => Promise<boolean>;
  /** Takes the notification away, where the desktop can do that. */
  readonly withdraw: () => void;
  /** Stops waiting for a button. The notification stays. */
  readonly stop: () => void;
}
