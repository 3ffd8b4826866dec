import { Film } from './film.mjs';

const ENTER = '\r';
const CHECKLISTS = 5;
/** The program draws a figure so often, and the film goes by a little faster. */
const FRAME_MS = 250;
const SHOWN_MS = 200;
/** In and out. */
const BREATH_MS = 10_000;
const STILL_AT_MS = 2500;

/** One screen of triage, from its place at the top to its last key at the bottom. */
const question = (place) => new RegExp(String.raw`(?<!\d)${place}/\d+ [^]*Esc`);

/**
 * The film for the README: triage, a stretch, a question, the journal.
 * @param {import('./stage.mjs').Stage} stage
 */
export async function tellStory(stage) {
  const film = new Film(stage.screen);
  await triage(film, stage);
  await stretch(film, stage);
  await faq(film, stage);
  await journal(film, stage);
  return film;
}

async function triage(film, stage) {
  await film.clear(600);
  await film.type('unspasm triage');
  const program = await stage.start(['triage'], '18:30');
  // No warning sign; 20 to 44 years, today, pain 6, about the same, once or twice before, a movement.
  for (const [at, key] of Array.from('nnnnn316221').entries()) {
    await program.shows(question(at + 1));
    film.hold(at === 0 ? 1900 : at < CHECKLISTS ? 550 : 320);
    await program.key(key);
  }
  await program.shows(/q +done/);
  film.hold(3200);
  await program.key('q');
  await program.ends();
}

async function stretch(film, stage) {
  await film.clear(300);
  await film.type('unspasm stretch cat-cow');
  const program = await stage.start(['stretch', 'cat-cow'], '18:35', { stepped: true });
  await program.shows('Onto hands and knees');
  film.hold(1300);
  await program.key(ENTER);
  await program.shows('Breathe in, 1 of 10');
  for (let passed = 0; passed < BREATH_MS; passed += FRAME_MS) {
    film.hold(SHOWN_MS);
    if (passed === STILL_AT_MS) film.keepAsStill();
    await program.passes(FRAME_MS);
  }
  await program.passes(2 * 60_000);
  await program.shows('And your pain now');
  await program.key('4');
  await program.ends();
}

async function faq(film, stage) {
  await film.clear(300);
  await film.type('unspasm faq "ice or heat?"');
  await stage.run(['faq', 'ice or heat?'], '18:52');
  await film.prompt();
  film.hold(3000);
}

async function journal(film, stage) {
  await film.clear(300);
  await film.type('unspasm log 4 "easier after the walk"');
  await stage.run(['log', '4', 'easier after the walk'], '19:20');
  await film.prompt();
  film.hold(900);
  await film.type('unspasm today');
  const program = await stage.start(['today'], '19:21');
  await program.shows(/q +done/);
  film.hold(3800);
  await program.key('q');
  await program.ends();
}
