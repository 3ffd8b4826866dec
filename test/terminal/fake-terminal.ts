import { EventEmitter } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import { Writable } from 'node:stream';
import { terminalHost } from '../../src/terminal/host.ts';

/** On Windows nothing stops a program: a Ctrl-Z that is read doesn't stop the tests. */
export const HOST = terminalHost({}, 'win32');

const forget = (_: unknown, __: unknown, written: () => void) => written();

/** A keyboard that sends what a test wants, and a window that shows nothing. */
export class FakeTerminal {
  readonly stdin: NodeJS.ReadStream;
  readonly screen: NodeJS.WriteStream & { fd: number };

  constructor(columns = 80, rows = 24) {
    const stdin = Object.assign(new EventEmitter(), {
      isRaw: false,
      setRawMode: (on: boolean) => (stdin.isRaw = on),
      pause: () => {},
      resume: () => {},
    });
    this.stdin = stdin as unknown as NodeJS.ReadStream;
    const screen = Object.assign(new Writable({ write: forget }), { columns, rows, fd: openSync(devNull, 'w') });
    this.screen = screen as unknown as NodeJS.WriteStream & { fd: number };
  }

  /** What arrives at once, in one piece. */
  send(bytes: string | Uint8Array): void {
    this.stdin.emit('data', Buffer.from(bytes as string));
  }

  close(): void {
    closeSync(this.screen.fd);
  }
}
