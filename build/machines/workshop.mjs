import { execFileSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { LOUD_PROGRAMS } from './conditions.mjs';
import { nodeBinary } from '../node-binary.mjs';

const root = join(import.meta.dirname, '..', '..');
const run = (program, args, options = {}) => execFileSync(program, args, { encoding: 'utf8', ...options });

/** What this computer lacks, by the group of conditions that can't be tried without it. */
export function lacks() {
  const isRoot = process.getuid() === 0;
  return {
    ...(isRoot ? {} : { owner: 'making a user takes root', hour: 'moving the clock takes root', day: 'the same' }),
    ...(isRoot && !programPath('useradd') ? { owner: 'useradd is missing: apt-get install passwd' } : {}),
    ...(isRoot && !programPath('cc') ? { hour: 'cc is missing: apt-get install gcc libc6-dev', day: 'the same' } : {}),
    ...(process.platform === 'linux' ? {} : { node: 'only Linux is tried', programs: 'only Linux is tried' }),
  };
}

/** What is tried all the same, though less of it. */
export function poorer() {
  const locales = programPath('locale') ? run('locale', ['-a']) : '';
  return [
    ...(/^de_DE\.utf-?8$/im.test(locales)
      ? []
      : ['german: this computer has no locale de_DE.UTF-8, which is named all the same (locale-gen would make it)']),
    ...['zsh', 'fish', 'mandoc']
      .filter((name) => !programPath(name))
      .map((name) => `${name} is missing: its tests are skipped`),
  ];
}

function programPath(name, path = `${process.env.PATH}${delimiter}/usr/sbin`) {
  return path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** A copy of this checkout, and what machines are made from. Close it at the end. */
export class Workshop {
  /** Its path is short and plain: what is odd about a folder comes from the conditions. */
  base = mkdtempSync(join(tmpdir(), 'unspasm-machines-'));
  home = join(this.base, 'home');
  out = join(this.base, 'out');
  #git = join(this.base, 'git');
  #calls = join(this.out, 'calls');
  #checkout = join(this.base, 'unspasm');
  #user;
  #clocks = 0;

  constructor() {
    chmodSync(this.base, 0o755);
    for (const folder of [this.out, this.#checkout]) mkdirSync(folder);
    chmodSync(this.out, 0o777);
    const files = run('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: root })
      .split('\0')
      .filter(Boolean);
    for (const file of files.filter((name) => existsSync(join(root, name))))
      cpSync(join(root, file), join(this.#checkout, file), { recursive: true });
    this.#commit();
    const modules = join(root, 'node_modules');
    for (const name of readdirSync(modules).filter((one) => !/^\.(cache|vite.*)$/.test(one)))
      cpSync(join(modules, name), join(this.#checkout, 'node_modules', name), {
        recursive: true,
        verbatimSymlinks: true,
      });
  }

  #commit() {
    const git = (...args) =>
      run('git', ['-c', 'user.name=x', '-c', 'user.email=x@localhost', ...args], { cwd: this.#checkout });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'all');
    renameSync(join(this.#checkout, '.git'), this.#git);
  }

  /** Puts the copy where a machine has it, and gives it to whom it belongs. @returns the folder */
  place({ folder = 'unspasm', git = true, user = false }) {
    const checkout = join(this.base, folder);
    if (checkout !== this.#checkout) renameSync(this.#checkout, checkout);
    this.#checkout = checkout;
    for (const made of ['dist', '.git', 'node_modules/.cache', 'node_modules/.vite', this.home])
      rmSync(made.startsWith('/') ? made : join(checkout, made), { recursive: true, force: true });
    if (git) cpSync(this.#git, join(checkout, '.git'), { recursive: true });
    mkdirSync(this.home);
    if (process.getuid() === 0) run('chown', ['-R', user ? this.user() : 'root', checkout, this.home]);
    return checkout;
  }

  /** A clone with nothing installed or built. @returns its folder, in the made user's hands */
  clone() {
    this.place({ user: true });
    const folder = join(this.home, 'unspasm');
    run('git', ['clone', '-q', this.#git, folder]);
    run('chown', ['-R', this.user(), folder]);
    return folder;
  }

  /** A user made for this. @returns the name */
  user() {
    if (!this.#user) {
      this.#user = `unspasm-${process.pid}`;
      run(programPath('useradd'), ['--no-create-home', '--home-dir', this.home, '--shell', '/bin/bash', this.#user]);
    }
    return this.#user;
  }

  /** The folders on a machine's PATH. @param programs "fakes", "none", or neither: as they are here */
  path(programs, node) {
    const first = this.#nodeFolder(node);
    if (programs === 'none') return [first, this.#quiet()].join(delimiter);
    return [first, ...(programs === 'fakes' ? [this.#fakes()] : []), process.env.PATH].join(delimiter);
  }

  /** What the fakes were asked to do since this was asked last: a line for each call. */
  calls() {
    const lines = existsSync(this.#calls) ? readFileSync(this.#calls, 'utf8').split('\n').filter(Boolean) : [];
    rmSync(this.#calls, { force: true });
    return lines;
  }

  /** /etc with the clock moved for every program. @param aheadMs how far ahead of the real one */
  etc(aheadMs) {
    const etc = join(this.base, 'etc');
    if (!existsSync(etc)) run('cp', ['-a', '/etc', etc]);
    this.#clocks += 1;
    const clock = join(this.base, `clock-${this.#clocks}.so`);
    const ahead = `-DAHEAD_SECONDS=(${Math.round(aheadMs / 1000)})`;
    const source = join(import.meta.dirname, 'moved-clock.c');
    run('cc', ['-shared', '-fPIC', '-O2', ahead, '-o', clock, source, '-ldl']);
    writeFileSync(join(etc, 'ld.so.preload'), `${clock}\n`);
    return etc;
  }

  close() {
    rmSync(this.base, { recursive: true, force: true, maxRetries: 5 });
    if (this.#user) run(programPath('userdel'), ['--force', this.#user], { stdio: 'ignore' });
  }

  #nodeFolder(version) {
    const binary = version === undefined ? process.execPath : nodeBinary(version);
    const folder = join(this.base, 'nodes', version ?? 'this');
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true });
      // The made user may have no access to where the binary is.
      try {
        linkSync(binary, join(folder, 'node'));
      } catch {
        copyFileSync(binary, join(folder, 'node'));
      }
    }
    return folder;
  }

  /** Loud programs that only write down that they were called. */
  #fakes() {
    const folder = join(this.base, 'fakes');
    if (existsSync(folder)) return folder;
    mkdirSync(folder);
    const script = `#!/bin/sh\necho "\${0##*/} $*" >>'${this.#calls}'\nchmod a+rw '${this.#calls}' 2>/dev/null\nexit 0\n`;
    for (const name of LOUD_PROGRAMS) writeFileSync(join(folder, name), script, { mode: 0o755 });
    return folder;
  }

  /** All programs of this computer but the loud ones. */
  #quiet() {
    const folder = join(this.base, 'bin');
    if (existsSync(folder)) return folder;
    mkdirSync(folder);
    for (const from of process.env.PATH.split(delimiter).filter(existsSync)) {
      for (const name of readdirSync(from)) {
        const isWanted = !LOUD_PROGRAMS.includes(name) && !existsSync(join(folder, name));
        if (isWanted) symlinkSync(join(from, name), join(folder, name));
      }
    }
    return folder;
  }
}
