// Makes the pictures of the README from the built program, run in a pseudo-terminal. Nothing of this
// machine and of this moment is in them: the same program gives the same files.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Stage } from './stage.mjs';
import { emergency, iceDigits, stretchToRead } from './stills.mjs';
import { tellStory } from './story.mjs';
import { toPicture } from './svg/picture.mjs';
import { DARK, LIGHT } from './svg/themes.mjs';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const WINDOW = { columns: 80, rows: 24 };

const PICTURES = [
  {
    name: 'film',
    size: WINDOW,
    film: tellStory,
    title: 'unspasm in a terminal',
    description:
      'Triage asks for warning signs, one key each, and comes to a plan for home. A stretch is led by a moving figure and big digits. A question is answered from the guide. An entry goes into the journal, and the day is summed up.',
  },
  {
    name: 'stretch',
    size: { columns: 80, rows: 38 },
    film: stretchToRead,
    title: 'unspasm stretch cat-cow --print',
    description:
      'The steps of the cat-cow stretch in words, when to stop, and a figure on hands and knees with its back rounded up.',
  },
  {
    name: 'ice',
    size: WINDOW,
    film: iceDigits,
    title: 'unspasm ice',
    description: 'The minutes and seconds that are left of the ice, in digits that can be read from the floor.',
  },
  {
    name: 'emergency',
    size: WINDOW,
    film: emergency,
    title: 'unspasm triage, after chest pain was marked',
    description: 'A framed "Call an ambulance now", why, and what to do until help comes.',
  },
];

await mkdir(folder, { recursive: true });
for (const { name, size, film, ...words } of PICTURES) {
  const stage = new Stage(size);
  try {
    const { shots, still } = await film(stage);
    const shown = { shots, still, ...words };
    for (const [mode, theme] of Object.entries({ light: LIGHT, dark: DARK })) {
      const svg = toPicture(shown, theme);
      await writeFile(join(folder, `${name}-${mode}.svg`), svg);
      console.log(`docs/pictures/${name}-${mode}.svg  ${Math.ceil(svg.length / 1024)} KB`);
    }
  } finally {
    await stage.close();
  }
}
