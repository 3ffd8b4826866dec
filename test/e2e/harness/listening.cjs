'use strict';

// Loaded into the program: somebody else who listens to the signals that end it, as a library for prompts does,
// and who draws on the terminal when one comes.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) {
  process.on(signal, () => process.stderr.write('\x1B[?25lstill here\n'));
}
