import { Film } from './film.mjs';

const ENTER = '\r';

/** A stretch to read: its figure with its words. @param {import('./stage.mjs').Stage} stage */
export async function stretchToRead(stage) {
  const film = new Film(stage.screen);
  await film.clear(0);
  await film.type('unspasm stretch cat-cow --print');
  await stage.run(['stretch', 'cat-cow', '--print'], '18:30');
  await film.prompt();
  return lastShotOf(film);
}

/** The digits of ice, with five minutes and a bit to go. @param {import('./stage.mjs').Stage} stage */
export async function iceDigits(stage) {
  const film = new Film(stage.screen);
  const program = await stage.start(['ice'], '18:30', { stepped: true });
  await program.shows(/do any of these apply/);
  await program.key('n');
  await program.shows(/Enter +(?:begin|start)/);
  await program.key(ENTER);
  await program.shows(/space +pause/);
  await program.passes(4 * 60_000 + 13_000);
  return lastShotOf(film);
}

/** What triage says to a sign that needs an ambulance. @param {import('./stage.mjs').Stage} stage */
export async function emergency(stage) {
  const film = new Film(stage.screen);
  const program = await stage.start(['triage'], '18:30');
  await program.shows(/1\/11 [^]*Esc/);
  await program.key(' ');
  await program.shows('– yes');
  await program.key(ENTER);
  await program.shows(/I'm getting help now/);
  return lastShotOf(film);
}

function lastShotOf(film) {
  film.hold(1);
  return { shots: film.shots.slice(-1), still: 0 };
}
