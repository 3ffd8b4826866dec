import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/journal/core/records.ts';
import type { Period } from '../../../src/journal/core/summary/types.ts';
import { ownReport } from '../../../src/report/own.ts';
import { doctorPage } from '../../../src/report/page/doctor.ts';
import type { ReportData } from '../../../src/report/page/report-data.ts';
import { entry } from '../../journal/lines.ts';
import { at, dataOf, ENTRIES } from '../report-data.ts';
import { pdfOf } from '../../../src/report/pdf/document.ts';
import { FONT_FILES, MISSING, outline, type ReadBack, readBack, written } from './read-back.ts';

const pageOf = (lines: readonly Entry[], more: Partial<ReportData> = {}, period?: Period) =>
  doctorPage(dataOf(lines, more, period));
const read = async (lines: readonly Entry[], more: Partial<ReportData> = {}) =>
  readBack(await written(pageOf(lines, more)));

describe('a report as a PDF', () => {
  test('says on one page what the report says, in its order', async () => {
    const { pages } = await read(ENTRIES, { questions: ['Physiotherapy?'], leftOut: ['2 entries'] });
    expect(pages).toHaveLength(1);
    const order = [
      'Back pain journal',
      'Pain was rated on 4 of 14 days.',
      'The current episode began on 24 Nov 2026 (day 1).',
      'Pain, 0 to 10, in the first and last week',
      'Worst 8 3',
      'At 7 or more, of 4 rated 1',
      'Medicines taken: ibuprofen (1 day)',
      'Asked on 20 Nov 2026: none of the signs that were asked about.',
      'Pain by day',
      'Highest 8 on 11 Nov 2026, lowest 0 on 12 Nov 2026.',
      'PEG scale',
      '14 Nov 2026 6 5 5 5.3',
      'left-leg: 1 day',
      'sitting 1 day too few days',
      'ice 1 6 4 1 0',
      'Physiotherapy?',
      'Name:',
      'Not in this report: 2 entries.',
      'unspasm 1.2.3 on 24 Nov 2026',
    ];
    let from = 0;
    for (const part of order) {
      expect(pages[0]!.slice(from)).toContain(part);
      from = pages[0]!.indexOf(part, from) + part.length;
    }
  });

  test('is the same file each time', async () => {
    const page = pageOf(ENTRIES, { all: true, questions: ['Physiotherapy?'] });
    expect((await written(page)).equals(await written(page))).toBe(true);
  });

  test('is a PDF and nothing else, with a title and a language', async () => {
    const bytes = await written(pageOf(ENTRIES));
    expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(bytes.toString('latin1')).not.toContain('<html');
    const { info } = await readBack(bytes);
    expect(info).toMatchObject({
      Title: 'Back pain journal, 11 Nov 2026 to 24 Nov 2026 (14 days)',
      Creator: 'unspasm 1.2.3',
      Language: 'en-GB',
    });
  });

  test('says to a screen reader what is a heading, a table, a list and a picture', async () => {
    const { structure } = await read(ENTRIES);
    expect(outline(structure).replaceAll(/(?<=\)) (?=Sect|Table|P)/g, '\n')).toMatchInlineSnapshot(`
      "Root(Document(H1 P P Table(Caption TR(TH TH) TR(TH TD TD) TR(TH TD TD) TR(TH TD TD))
      P Table(Caption TR(TH TD) TR(TH TD) TR(TH TD))
      P Sect(H2 L(LI(Lbl LBody))
      P)
      Sect(H2 Figure P)
      Sect(H2 Table(TR(TH TH TH TH TH) TR(TH TD TD TD TD))
      P)
      Sect(H2 L(LI(Lbl LBody) LI(Lbl LBody)))
      Sect(H2 Table(TR(TH TH TH) TR(TH TD TD))
      P)
      Sect(H2 Table(TR(TH TH TH TH TH TH) TR(TH TD TD TD TD TD)))
      Sect(H2)
      P P P))"
    `);
    expect(JSON.stringify(structure)).toContain('"alt":"The worst pain of each day, 0 to 10. Highest 8');
  });

  test('is known as one of ours, with its questions', async () => {
    const file = (await written(pageOf(ENTRIES, { questions: ['Physio?', 'How (long)?'] }))).toString('utf8');
    expect(ownReport(file)!.losesQuestions(['Physio?'])).toBe(true);
    expect(ownReport(file)!.losesQuestions(['How (long)?', 'Physio?'])).toBe(false);
    const plain = (await written(pageOf(ENTRIES))).toString('utf8');
    expect(ownReport(plain)!.losesQuestions([])).toBe(false);
  });
});

describe('however much there is, a PDF has one page', () => {
  const long = 'x'.repeat(300);
  const HOSTILE = Array.from({ length: 14 }, (_, nth) => [
    entry(at(11 + nth), { pain: 10, areas: [`${nth}${long}`], triggers: [`${nth}${long}`], medicine: `${nth}${long}` }),
    entry(`2026-11-${11 + nth}T13:00:00+00:00`, {
      kind: 'session',
      therapy: `${nth}${long}`,
      hurt: [long],
      painBefore: 10,
    }),
    entry(`2026-11-${11 + nth}T14:00:00+00:00`, {
      kind: 'triage',
      level: long,
      signs: Array.from({ length: 40 }, (__, sign) => `${sign}${long}`),
      unsure: [long, long, long],
      notAsked: [long, long, long, long],
    }),
    entry(`2026-11-${11 + nth}T15:00:00+00:00`, { kind: 'note', note: '\u5BBD'.repeat(500), signs: [long, long] }),
    entry(`2026-11-${11 + nth}T16:00:00+00:00`, { kind: 'peg', peg: [10, 10, 10] }),
  ]).flat();
  const YEARS = Array.from({ length: 3652 }, (_, day) =>
    entry(new Date(Date.UTC(2016, 10, 25 + day, 12)).toISOString(), { pain: day % 11 }),
  );

  test.each([
    ['nothing', [], undefined],
    ['a hostile fortnight', HOSTILE, undefined],
    ['ten years', YEARS, { from: '2016-11-25', to: '2026-11-24' }],
  ] as const)('of A4 and of Letter: %s', async (_what, lines, period) => {
    const questions = Array.from({ length: 9 }, () => 'Wide WORDS '.repeat(20));
    const page = pageOf(lines, { questions, leftOut: ['2 entries from before', '3 lines'] }, period);
    for (const paper of ['A4', 'Letter'] as const) {
      const { pages } = await readBack(await written(page, { paper }));
      expect(pages).toHaveLength(1);
      expect(pages[0]).toMatch(/Back pain journal.*unspasm 1\.2\.3/);
    }
  });

  test('and more only for all entries, however long one of them is', async () => {
    const note = `${'word '.repeat(12_000)}end`;
    const { pages } = await read([...ENTRIES, entry('2026-11-24T13:00:00+00:00', { pain: 2, note })], { all: true });
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.slice(1).join(' ')).toMatch(
      /All entries 11 Nov 2026 12:00 pain 8.*24 Nov 2026 13:00 pain 2; word.*end$/,
    );
  });
});

/** A report with a question, read back. */
async function asked(question: string, others: readonly Uint8Array[] = []): Promise<ReadBack> {
  const fonts = { ...FONT_FILES, others };
  return readBack(await written(pageOf([], { questions: [question] }), { fonts }));
}

describe('letters of any script', () => {
  test.each(['Größe, łóżko, şişe', 'Привет, болит спина', 'Ελληνικά, πόνος', 'Đau lưng ở đây'])('%s', async (text) => {
    const { pages } = await asked(text);
    // Letters of other fonts are texts of their own to a program for PDFs.
    expect(pages[0]!.normalize('NFC').replaceAll(' ', '')).toContain(text.replaceAll(' ', ''));
    expect(pages[0]).not.toContain(MISSING);
  });

  test.each([
    ['האם כדאי ללכת', ['האם', 'כדאי', 'ללכת']],
    ['هل أحتاج إلى', ['هل', 'أحتاج', 'إلى']],
  ])('read from right to left: %s', async (text, words) => {
    const { pages, actual } = await asked(text);
    expect(actual).toEqual(words.toReversed());
    expect(pages[0]).not.toContain(MISSING);
  });

  test('that steer a reader or turn its direction are left out', async () => {
    const { pages } = await asked('red \u202Ekcab\u202C\u001B[2J \uD800');
    expect(pages[0]).toContain('red kcab [2J');
    expect(pages[0]).not.toMatch(/[\u202E\u001B]/);
  });

  test('that no font has are shown as missing, said to be so, and can still be read out', async () => {
    const { pages, actual } = await asked('腰 hurts 😀');
    expect(pages[0]).toContain('\uFFFD hurts \uFFFD');
    expect(pages[0]).toContain(MISSING);
    expect(actual).toEqual(['腰', '😀']);
  });

  test('that no font has are reported to the command that writes the file', async () => {
    const options = {
      paper: 'A4',
      fonts: FONT_FILES,
      now: new Date('2026-11-24T20:00:00Z'),
      lettersMissing: MISSING,
    } as const;
    const lacks = async (note: string) =>
      (await pdfOf(pageOf([entry(at(24), { note })], { all: true }), options)).lacksLetters;
    expect(await lacks('腰')).toBe(true);
    expect(await lacks('back')).toBe(false);
  });

  test('come from a font of the computer where it has one', async () => {
    const font = readFileSync(
      fileURLToPath(import.meta.resolve('@fontsource/noto-sans/files/noto-sans-devanagari-400-normal.woff')),
    );
    const { pages, actual } = await asked('कमर', [Buffer.from('no font'), font]);
    expect(pages[0]).toContain('कमर');
    expect(pages[0]).not.toContain(MISSING);
    expect(actual).toEqual([]);
  });

  test('in an entry count as well, and no other font is read where none is needed', async () => {
    const page = pageOf([entry(at(24), { note: '腰' })], { all: true });
    expect((await readBack(await written(page))).pages[0]).toContain(MISSING);
    const unread = {
      [Symbol.iterator]: (): Iterator<Uint8Array> => ({
        next: () => {
          throw new Error('a font of the computer was read');
        },
      }),
    };
    await written(pageOf(ENTRIES), { fonts: { ...FONT_FILES, others: unread } });
  });
});
