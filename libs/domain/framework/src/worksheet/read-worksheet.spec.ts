import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { validateFramework } from '../validate-framework';
import { readWorksheet, type WorksheetReading } from './read-worksheet';

/** A document in the shape of a school's worksheets, with what copying does to one: a worksheet lost, marks, remains of pages. */
const talk = 'Take one of the qualities and tell a colleague of a day in this year on which it could be seen.';
const questions = ['What strikes you?', 'Where do you want to be?', 'What/who will carry you?'];
const columns = 'Signs of it (Who saw what, and when?)\tNext steps and company';
const worksheet1 = [
  `1. Leadership quality: Leading by listening\t${columns}`,
  '1.1 Lets people finish, and waits; interrupts nobody.\t\t',
  '1.2 Asks him or herself what was not said.\t\t',
];
const table1 = [
  'Definition\tLeading by listening',
  '1\tWhoever talks hears nothing new. It means <i>open doors</i> , not open-plan offices.',
  '1.1\tLets people finish and waits; interrupts nobody.',
  '1.2\tAsks himself/herself what was not said.',
];
const table2 = [
  'Definition\tLeading through plain words\t',
  '2\tNobody follows what nobody understands.\t',
  '2.1\tSays it in one sentence.\t',
  '2.2\tWrites letters that families read to the end.\t',
  '2.3\tExplains what a decision was based on.\t',
];
const list = questions.map((question) => `- ${question}`);
const sections = [worksheet1, table1, [...list, '', talk], [columns, '\t(Who saw what, and', '', 'E 7 11'], table2, [...list, '', talk]];
const document = [[talk], ...sections].map((section) => [...section, ''].join('\n')).join('\n');

const about = { name: 'Ours', language: 'en-GB' };
const read = (text: string): Extract<WorksheetReading, { read: true }> => {
  const reading = readWorksheet(text, about);
  if (!reading.read) throw new Error(reading.reasons.join('\n'));
  return reading;
};
const lineOf = (words: string): number => document.split('\n').findIndex((line) => line.startsWith(words)) + 1;

describe('a worksheet document becomes a framework exactly as worded', () => {
  const { framework, found, dropped, differences } = read(document);

  test('with its qualities, behaviours, questions and conversation, each once, and without marks', () => {
    expect(framework.qualities).toEqual([
      {
        code: '1',
        name: 'Leading by listening',
        definition: 'Whoever talks hears nothing new. It means open doors, not open-plan offices.',
        behaviours: [
          { code: '1.1', text: 'Lets people finish and waits; interrupts nobody.' },
          { code: '1.2', text: 'Asks himself/herself what was not said.' },
        ],
      },
      {
        code: '2',
        name: 'Leading through plain words',
        definition: 'Nobody follows what nobody understands.',
        behaviours: [
          { code: '2.1', text: 'Says it in one sentence.' },
          { code: '2.2', text: 'Writes letters that families read to the end.' },
          { code: '2.3', text: 'Explains what a decision was based on.' },
        ],
      },
    ]);
    expect(framework.reflection).toEqual(questions);
    expect(framework.conversation).toEqual([talk]);
    expect(validateFramework(framework).valid).toBe(true);
  });

  test('with a scale and questions to colleagues of our own, since the document has none', () => {
    expect(framework.scale.points).toHaveLength(5);
    expect(framework.prompts.seen).toMatch(/\?/);
    expect(framework).toMatchObject(about);
  });

  test('with a list of what was found where, a lost worksheet included', () => {
    expect(found).toEqual({
      qualities: [
        { code: '1', name: 'Leading by listening', behaviours: 2, definitionLine: lineOf('1\t'), worksheetLine: lineOf('1. ') },
        { code: '2', name: 'Leading through plain words', behaviours: 3, definitionLine: lineOf('2\t'), worksheetLine: null },
      ],
      questionLists: 2,
      conversations: 3,
      missing: [],
      joined: [],
    });
  });

  test('with a list of what was worded in two ways: the definition table’s words count', () => {
    expect(differences.map(({ part, kept, other }) => [part, kept.line, other.line, kept.text, other.text])).toEqual([
      [
        'behaviour 1.1',
        lineOf('1.1\t'),
        lineOf('1.1 '),
        'Lets people finish and waits; interrupts nobody.',
        'Lets people finish, and waits; interrupts nobody.',
      ],
      [
        'behaviour 1.2',
        lineOf('1.2\t'),
        lineOf('1.2 '),
        'Asks himself/herself what was not said.',
        'Asks him or herself what was not said.',
      ],
    ]);
  });

  test('with a list of what was dropped', () => {
    const line = lineOf('1. ');
    expect(dropped).toEqual([
      { line, text: 'Signs of it (Who saw what, and when?)', why: 'column heading' },
      { line, text: 'Next steps and company', why: 'column heading' },
      { line: lineOf('1\t'), text: '<i>', why: 'formatting' },
      { line: lineOf('1\t'), text: '</i>', why: 'formatting' },
      { line: lineOf('Signs'), text: 'Signs of it (Who saw what, and when?) | Next steps and company', why: 'column heading' },
      { line: lineOf('\t('), text: '(Who saw what, and', why: 'column heading' },
      { line: lineOf('E 7'), text: 'E 7 11', why: 'not recognised' },
    ]);
  });
});

describe('how the document was saved makes no difference', () => {
  const { framework } = read(document);

  test.each([
    ['line ends of Windows', document.replaceAll('\n', '\r\n')],
    ['line ends of an old Mac', document.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${document}`],
    ['blank lines between all lines', document.replaceAll('\n', '\n \n\t\n')],
    ['spaces that do not break, and too many of them', document.replaceAll(' ', ' \u00A0 ')],
    ['indented lines and tabs at their end', document.replaceAll('\n', '\t \n  \t')],
    ['form feeds at page ends', document.replaceAll('\nDefinition', '\n\fDefinition')],
    ['capitals and colons', document.replaceAll('Definition\t', 'DEFINITION:\t').replace('Leadership quality', 'LEADERSHIP QUALITY')],
    ['codes with a full stop', document.replace(/^([12]\.\d)/gm, '$1.').replace(/^([12])\t/gm, '$1.\t')],
    ['tables whose tabs became spaces', table1.concat(table2).join('\n').replaceAll('\t', '  ') + `\n${list.join('\n')}\n${talk}`],
    ['the whole document twice', `${document}\n${document}`],
    ['only its tables, questions and conversation', [...table1, ...table2, ...list, talk].join('\n')],
    ['a table that lost its heading right after its worksheet', document.replace('Definition\tLeading by listening\n', '')],
  ])('%s', (_, text) => {
    expect(read(text).framework).toEqual(framework);
  });

  test.each(['-', '–', '—', '•', '*', '·', '▪', '○', '➢', '\uF0B7', 'o', '•\t', '-\t'])('questions with the bullet %p', (mark) => {
    expect(read(document.replaceAll('\n- ', `\n${mark} `)).framework.reflection).toEqual(questions);
  });

  test('sentences broken at a margin are put together, and the lines are named', () => {
    const broken = document
      .replace('that families read', 'that\nfamilies\nread')
      .replace('waits; interrupts nobody.\n', 'waits;\ninterrupts nobody.\n')
      .replace('- What/who will', '- What/who\nwill');
    const reading = read(broken);
    expect(reading.framework).toEqual(framework);
    expect(reading.found.joined).toHaveLength(4);
  });

  test('whatever the order of the sections, the framework is the same and in the order of its codes', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...sections], { minLength: sections.length }), (shuffled) => {
        expect(read(shuffled.map((section) => section.join('\n')).join('\n\n')).framework).toEqual(framework);
      }),
    );
  });

  test('remains of pages anywhere between the lines change nothing, and each is in the list of what was dropped', () => {
    const debris = fc.constantFrom(
      'E 7 11',
      '12',
      '- 4 -',
      'Page 3 of 12',
      '© A Publisher 2004',
      '14\tA handbook for heads',
      'iv',
      '1.1',
      '3.5 10',
      '(continued)',
    );
    const places = fc.array(fc.tuple(fc.nat(), debris), { maxLength: 12 });
    fc.assert(
      fc.property(places, (inserted) => {
        const lines = document.split('\n');
        for (const [place, text] of inserted) lines.splice(place % (lines.length + 1), 0, text);
        const reading = read(lines.join('\n'));
        expect(reading.framework).toEqual(framework);
        expect(reading.dropped.filter(({ why }) => why === 'not recognised')).toHaveLength(inserted.length + 1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a document may also hold', () => {
  test('somebody’s own notes in a worksheet are no part of a framework', () => {
    const reading = read(document.replace('nobody.\t\t', 'nobody.\tAsk Jo about May\tA course'));
    expect(reading.framework).toEqual(read(document).framework);
    expect(reading.dropped.filter(({ why }) => why === 'filled in').map(({ text }) => text)).toEqual(['Ask Jo about May', 'A course']);
  });

  test('a question reworded in one list stays one question, in the words of most lists', () => {
    const thrice = `${document}\n${list.join('\n').replace('strikes', 'surprises')}`;
    const reading = read(thrice);
    expect(reading.framework.reflection).toEqual(questions);
    expect(reading.differences.filter(({ part }) => part === 'question 1').map(({ other }) => other.text)).toEqual(['What surprises you?']);
  });

  test('a question that only one list has is a question too', () => {
    expect(read(`${document}\n- And now?`).framework.reflection).toEqual([...questions, 'And now?']);
  });

  test('a worksheet’s heading without behaviours, and a table’s, are dropped', () => {
    const reading = read(`${document}\n9. Leadership quality: Leading nobody\n\nDefinition\tLeading nowhere\n`);
    expect(reading.dropped.filter(({ why }) => why === 'nothing under it').map(({ text }) => text)).toEqual([
      'Leading nobody',
      'Leading nowhere',
    ]);
  });

  test('codes that the numbering leaves out are named: a row was lost', () => {
    expect(read(document.replace(/^2\.2.*\n/m, '')).found.missing).toEqual(['2.2']);
  });

  test('ten behaviours and more stand in the order of their numbers', () => {
    const rows = Array.from({ length: 11 }, (_, at) => `2.${11 - at}\tStep ${11 - at} is taken.`);
    const codes = read([...table1, ...table2.slice(0, 2), ...rows].join('\n')).framework.qualities[1]?.behaviours.map(({ code }) => code);
    expect(codes).toEqual(Array.from({ length: 11 }, (_, at) => `2.${at + 1}`));
  });
});

describe('a text that holds no framework is refused with reasons', () => {
  const reasonsOf = (text: string): readonly string[] => {
    const reading = readWorksheet(text, about);
    return reading.read ? [] : reading.reasons;
  };

  test.each([
    ['nothing', '', 'No table of behaviours was found.'],
    ['a letter', 'Dear all,\nplease talk to a colleague about it.\n- Why?\n', 'No table of behaviours was found.'],
    ['a lost definition', document.replace(/^2\t.*$/m, ''), 'Quality 2: It has behaviours, but no definition was found.'],
    ['a lost name', document.replace(/^Definition\tLeading through.*$/m, ''), 'Quality 2: It has behaviours, but no name was found'],
    [
      'a behaviour of a page',
      document.replace('Says it', 'Says it '.repeat(100)),
      'Behaviour 2.1: This text has 816 characters; it may have 500.',
    ],
    ['a NUL', document.replace('Says it', 'Says\0it'), 'Behaviour 2.1: This text has an invisible control character in it.'],
  ])('%s', (_, text, words) => {
    expect(reasonsOf(text)).toEqual([expect.stringContaining(words)]);
  });

  test('no text at all makes it fail', () => {
    const pieces = fc.constantFrom(
      '1',
      '1.1',
      '1.1 ',
      '\t',
      '\n',
      'Definition',
      '- ',
      '?',
      '<i>',
      ' ',
      'Leadership quality:',
      'Says it.',
      '.',
      '__proto__',
      '20',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (arbitrary) => {
        const reading = readWorksheet(arbitrary, about);
        if (reading.read) expect(validateFramework(reading.framework).valid).toBe(true);
        else expect(reading.reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['tags', '<b>'.repeat(300_000)],
    ['a half tag', '<b '.repeat(300_000)],
    ['spaces after a tag', `<b>${' '.repeat(900_000)}x`],
    ['words in lower case', 'abcd\n'.repeat(200_000)],
    ['behaviours', '1.1 Aa\n'.repeat(140_000)],
    ['questions', Array.from({ length: 90_000 }, (_, at) => `- A${at}a?`).join('\n')],
    ['column headings', Array.from({ length: 30_000 }, (_, at) => `1. quality: A\tColumn ${at}\nColumn ${at}`).join('\n')],
    ['letters', 'a'.repeat(1_000_000)],
  ])(
    'a megabyte of %s is refused within seconds',
    (_, text) => {
      expect(readWorksheet(text, about).read).toBe(false);
    },
    10_000,
  );
});
