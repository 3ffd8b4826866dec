import { describe, expect, test } from 'vitest';
import { htmlOf } from '../../src/report/html/page.ts';
import { ownReport } from '../../src/report/own.ts';
import { doctorPage } from '../../src/report/page/doctor.ts';
import { textOfPage } from '../../src/report/text/page.ts';
import { dataOf } from './report-data.ts';

const pageWith = (...questions: readonly string[]) => doctorPage(dataOf([], { questions }));
const asHtml = (...questions: readonly string[]) => htmlOf(pageWith(...questions));
const loses = (text: string, ...questions: readonly string[]) => ownReport(text)!.losesQuestions(questions);

describe('a report that would be replaced', () => {
  test.each([
    ['a letter', 'Dear doctor'],
    ['another page', '<!doctype html><meta name="generator" content="Word">'],
    ['nothing', ''],
  ])('is none of ours: %s', (_what, text) => {
    expect(ownReport(text)).toBeUndefined();
  });

  test.each([
    ['html', asHtml],
    ['text', (...questions: readonly string[]) => textOfPage(pageWith(...questions))],
  ])('in %s loses its questions to one without them', (_format, write) => {
    expect(loses(write('Physio?'))).toBe(true);
    expect(loses(write('Physio?'), 'Surgery?')).toBe(true);
    expect(loses(write())).toBe(false);
    expect(loses(write(), 'Physio?')).toBe(false);
  });

  test('loses none to one that asks them all again, in any order, and more', () => {
    const former = asHtml('Physio?', 'How <long>?');
    expect(loses(former, 'How <long>?', 'Physio?', 'Surgery?')).toBe(false);
    expect(loses(former, 'Physio?', 'Surgery?')).toBe(true);
  });

  test('of an older version counts by how many questions it has', () => {
    const older = asHtml().replace(/(unspasm-questions" content=)"0"/, '$1"2"');
    expect(loses(older, 'Physio?', 'Surgery?')).toBe(true);
  });

  test('does not say the questions twice: its mark shows none of their words', () => {
    expect(asHtml('Secret?').match(/Secret/g)).toHaveLength(1);
  });
});
