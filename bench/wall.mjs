import { spawn } from '@lydell/node-pty';
import { stripVTControlCharacters } from 'node:util';

const patienceMs = 10_000;

/**
 * Runs a command in a terminal and returns the milliseconds until `wanted` is
 * on the screen, or until the command ends if there is no `wanted`.
 * @param {string[]} command
 * @param {Record<string, string>} env
 * @param {string} [wanted]
 * @returns {Promise<number>}
 */
export function wallTime([file, ...args], env, wanted) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const terminal = spawn(file, args, { cols: 80, rows: 24, env });
    const timer = setTimeout(() => terminal.kill('SIGKILL'), patienceMs);
    let output = '';
    let duration;
    terminal.onData((chunk) => {
      output += chunk;
      if (duration !== undefined || !shows(output, wanted)) return;
      duration = performance.now() - start;
      terminal.kill('SIGKILL'); // it waits for an answer that nobody gives
    });
    terminal.onExit(() => {
      clearTimeout(timer);
      if (wanted === undefined) duration = performance.now() - start;
      if (duration !== undefined) resolve(duration);
      else reject(new Error(`${args.join(' ')} did not show "${wanted}":\n${output}`));
    });
  });
}

function shows(output, wanted) {
  return wanted !== undefined && stripVTControlCharacters(output).includes(wanted);
}
