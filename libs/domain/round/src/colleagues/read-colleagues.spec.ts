import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sentences, type BadLine } from './bad-lines';
import { readColleagues, type LaunchingParties } from './read-colleagues';

const parties: LaunchingParties = {
  leader: 'ada@school.test',
  coach: { name: 'Ines Moreau', email: 'ines@coaching.test' },
  domains: ['school.test'],
  asciiDomain: (domain) => (domain === 'schüle.test' ? 'xn--schle-lva.test' : null),
};
const read = (text: string) => readColleagues(text, parties);
const kinds = (text: string) => read(text).errors.map(({ line, kind }) => `${line}: ${kind}`);
const emails = (text: string) => read(text).colleagues.map(({ email }) => email);

const bad: readonly (readonly [string, BadLine, string])[] = [
  ['row 1', 'nothing to read', ''],
  ['row 1', 'not text', 'PK\u0003\u0004\u0014\0\u0006\0'],
  ['row 1', 'unreadable characters', 'J\uFFFDrg Hill and a name long enough <jorg@school.test>, peer'],
  ['rows 13, 21', 'control characters', 'Sam\u0000 Hill and a long name <sam@school.test>, peer'],
  ['row 3', 'line too long', `Sam ${'Hill '.repeat(100)}<sam@school.test>, peer`],
  ['row 4', 'too many lines', Array.from({ length: 201 }, (_, i) => `Sam Hill ${i} <sam${i}@school.test>, peer`).join('\n')],
  ['row 3', 'column missing', 'name,group\nSam Hill,peer'],
  ['row 3', 'column twice', 'name,email,email,group\nSam Hill,sam@school.test,,peer'],
  ['row 3', 'cells beyond the header', 'name,email,group\nSam Hill,sam@school.test,peer,Science'],
  ['row 3', 'unclosed quote', 'name,email,group\n"Sam Hill,sam@school.test,peer\nBo Lee,bo@school.test,peer'],
  ['row 9', 'no name', '<sam@school.test>, peer'],
  ['row 3', 'name too long', `${'Sam'.repeat(41)} <sam@school.test>, peer`],
  ['row 9', 'no address', 'Sam Hill, peer'],
  ['row 9', 'not an address', 'Sam Hill <sam@school>, peer'],
  ['row 12', 'several addresses', 'Sam Hill <b@y.test,evil@z.test>, peer'],
  ['row 12', 'unusual address', 'Sam Hill <"sam@hill"@school.test>, peer'],
  ['row 14', 'non-ASCII local part', 'Jörg Hill <jörg@school.test>, peer'],
  ['row 14', 'address too long', `Sam Hill <${'s'.repeat(65)}@school.test>, peer`],
  ['row 7', 'group missing', 'Sam Hill <sam@school.test>'],
  ['row 7', 'group unknown', 'Sam Hill <sam@school.test>, deputy'],
  ['rows 7, 9', 'address twice', 'Sam Hill <sam@school.test>, peer\nSam Hill <SAM@School.test>, governor'],
  ['row 7', 'the leader', 'Ada Okafor <ADA+home@School.test>, peer'],
  ['row 7', 'the coach', 'Ines Moreau <ines@coaching.test>, peer'],
];

test.each(bad)('%s: a line with %p is refused by its number and a plain sentence', (_rows, kind, text) => {
  const { errors } = read(text);
  expect(errors.map((error) => error.kind)).toContain(kind);
  for (const { line, message } of errors) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(message).toMatch(/^[^!]*\.$/);
  }
});

test('every kind of bad line has a case above', () => {
  expect(new Set(bad.map(([, kind]) => kind))).toEqual(new Set(Object.keys(sentences)));
});

test('row 1: an empty text, a header alone and a spreadsheet say that there is nothing to read', () => {
  expect(kinds('')).toEqual(['1: nothing to read']);
  expect(kinds(' \n\t\n')).toEqual(['1: nothing to read']);
  expect(kinds('name,email,group\n')).toEqual(['1: nothing to read']);
  expect(kinds('%PDF-1.7')).toEqual(['1: not text']);
});

test('row 2: a byte order mark and commas, semicolons or tabs between the columns make no difference', () => {
  for (const separator of [',', ';', '\t']) {
    const table = [
      ['Group', 'E-mail', 'Name'],
      ['peer', 'sam@school.test', 'Sam Hill'],
    ]
      .map((row) => row.join(separator))
      .join('\r\n');
    expect(read(`\uFEFF${table}`).colleagues).toEqual([
      { line: 2, name: 'Sam Hill', email: 'sam@school.test', group: 'peer', outside: false },
    ]);
  }
});

test('row 2: UTF-16 read as text is recognised, and lost letters are named by line', () => {
  expect(kinds('Sam Hill <sam@school.test>, peer'.replace(/./g, '$&\0'))).toEqual(['1: not text']);
  expect(kinds('Sam Hill <sam@school.test>, peer\nJ\uFFFDrg Hill <jorg@school.test>, peer')).toEqual(['2: unreadable characters']);
});

test('row 3: mixed line ends count as one line each, also the old kind', () => {
  const lines = ['Sam Hill <sam@school.test>, peer', 'Bo Lee <bo@school.test>, peer', 'Kim Day <kim@school.test>, deputy'];
  expect(kinds(`${lines[0] ?? ''}\r\n${lines[1] ?? ''}\r${lines[2] ?? ''}`)).toEqual(['3: group unknown']);
});

test('row 3: quoted cells hold commas, doubled quotes and line breaks, and the lines are still counted right', () => {
  const text = 'name,email,group\n"Hill, Sam ""Sammy""\nJr",sam@school.test,peer\nBo Lee,bo@school.test,deputy';
  expect(read(text).colleagues).toMatchObject([{ line: 2, name: 'Hill, Sam "Sammy" Jr' }]);
  expect(kinds(text)).toEqual(['4: group unknown']);
});

test('row 3: a column that is not needed is named and not read', () => {
  expect(read('name,email,group,department\nSam Hill,sam@school.test,peer,Science')).toMatchObject({
    errors: [],
    colleagues: [{ name: 'Sam Hill' }],
    warnings: [{ line: 1, message: 'The column “department” is not used.' }],
  });
});

test('row 3: a line of two million characters is refused at once', () => {
  expect(kinds('x'.repeat(2_000_000))).toEqual(['1: line too long']);
  expect(kinds(`name,email,group\n${'x'.repeat(2_000_000)}`)).toEqual(['2: line too long']);
});

test('row 6: one bad row among good ones is named, and all of them together are refused or taken', () => {
  const rows = Array.from({ length: 150 }, (_, i) => `Sam Hill ${i} <sam${i}@school.test>, ${i === 77 ? 'nobody' : 'peer'}`);
  expect(kinds(rows.join('\n'))).toEqual(['78: group unknown']);
});

test('row 7: one line may have several faults, and each is said', () => {
  expect(kinds('<sam@school>, deputy')).toEqual(['1: no name', '1: not an address', '1: group unknown']);
});

test('row 7: the coach may be a line manager, whose answers are named, but never a confidential colleague', () => {
  expect(kinds('Ines Moreau <ines@coaching.test>, line manager')).toEqual([]);
  for (const group of ['peer', 'direct report', 'governor'])
    expect(kinds(`Ines Moreau <ines+x@Coaching.test>, ${group}`)).toEqual(['1: the coach']);
});

test('row 8: a name that looks like a formula is kept as it is, and the apostrophe of an export is taken off again', () => {
  const names = ['=HYPERLINK("https://evil.test";"x")', '+1', '-1', '@SUM(A1)'];
  for (const name of names) {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    expect(read(`name,email,group\n${quoted},sam@school.test,peer`).colleagues).toMatchObject([{ name }]);
    expect(read(`name,email,group\n"'${name.replaceAll('"', '""')}",sam@school.test,peer`).colleagues).toMatchObject([{ name }]);
  }
  expect(read('\tSam Hill <sam@school.test>, peer').colleagues).toMatchObject([{ name: 'Sam Hill' }]);
});

test('row 9: addresses come out trimmed with the domain in lower case', () => {
  expect(emails('Sam Hill < Sam@SCHOOL.test. >, peer\nBo Lee <mailto:bo@school.test>, peer')).toEqual([
    'Sam@school.test',
    'bo@school.test',
  ]);
});

test('row 10: an address with a plus sign beside the plain one is invited, with a warning', () => {
  const { colleagues, warnings } = read('Sam Hill <sam@school.test>, peer\nSam Work <sam+work@school.test>, peer');
  expect(colleagues).toHaveLength(2);
  expect(warnings).toEqual([
    { line: 2, message: 'sam+work@school.test and sam@school.test (line 1) may be one person. Each gets an invitation.' },
  ]);
});

test('row 12: two colleagues on one line, and group syntax, are refused', () => {
  expect(kinds('Sam Hill <sam@school.test>, peer; Bo Lee <bo@school.test>, peer')).toEqual(['1: several addresses']);
  expect(kinds('Sam Hill <sam@school.test>, bo@school.test, peer')).toEqual(['1: several addresses']);
  expect(kinds('Sam Hill, staff:sam@school.test, peer')).toEqual(['1: unusual address']);
});

test('rows 13, 21: a control character in a name or an address is named by its line and never becomes part of a mail', () => {
  for (const control of ['\0', '\u0007', '\u001b', '\u0085', '\u2028']) {
    expect(kinds(`Sam${control}Hill with a long name <sam@school.test>, peer`)).toEqual(['1: control characters']);
    expect(kinds(`Sam Hill with a long name <sam${control}@school.test>, peer`)).toEqual(['1: control characters']);
  }
  expect(read('name,email,group\n"Sam\r\nBcc: all@school.test",sam@school.test,peer').colleagues).toMatchObject([
    { name: 'Sam Bcc: all@school.test' },
  ]);
});

test('row 14: a domain in another script is taken in its ASCII form', () => {
  expect(emails('Jörg Hill <jorg@schüle.test>, peer')).toEqual(['jorg@xn--schle-lva.test']);
});

test('row 15: shared mailboxes, throw-away addresses and addresses outside the organisation are taken with a warning', () => {
  const { errors, warnings } = read(
    [
      'All <all@school.test>, peer',
      'Sam Hill <sam@mailinator.com>, peer',
      'Bo Lee <bo@other.test>, peer',
      'Kim <kim@mail.school.test>, peer',
    ].join('\n'),
  );
  expect(errors).toEqual([]);
  expect(warnings.map(({ line }) => line)).toEqual([1, 2, 3]);
  expect(warnings[0]?.message).toContain('several people read');
  expect(warnings[1]?.message).toContain('throw-away');
  expect(warnings[2]?.message).toContain('outside your organisation');
});

test('two people of one name are taken with a warning', () => {
  expect(read('Sam Hill <sam@school.test>, peer\nsam hill <s.hill@school.test>, peer').warnings).toHaveLength(1);
});

test('groups are read however people write them', () => {
  const written = [
    'peer',
    'Peers',
    'colleague',
    'Direct Report',
    'direct-reports',
    'GOVERNOR',
    'governors and partners',
    'Line Manager',
    'manager',
  ];
  const text = written.map((group, i) => `Sam ${i} <sam${i}@school.test>, ${group}`).join('\n');
  expect(read(text).colleagues.map(({ group }) => group)).toEqual([
    'peer',
    'peer',
    'peer',
    'direct_report',
    'direct_report',
    'other',
    'other',
    'line_manager',
    'line_manager',
  ]);
});

test('lines are read with or without brackets, quotation marks and in another order', () => {
  const text = [
    '"Hill, Sam" <a@school.test>; peer',
    'Hill, Sam <b@school.test> peer',
    'Sam Hill, c@school.test, peer',
    'peer;d@school.test;Sam Hill',
  ];
  expect(kinds(text.join('\n'))).toEqual([]);
  expect(read(text.join('\n')).colleagues.map(({ name }) => name)).toEqual(['Hill, Sam', 'Hill, Sam', 'Sam Hill', 'Sam Hill']);
});

test('whatever is pasted, every line ends as a colleague or as a fault, and no colleague has an odd address', () => {
  const piece = fc.constantFrom(
    'Sam Hill',
    '<',
    '>',
    'sam@school.test',
    ', ',
    ';',
    '\t',
    '\n',
    '"',
    'peer',
    'name,email,group',
    '\0',
    'é',
    '@',
    '\r',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { colleagues, errors } = read(pieces.join(''));
      expect(colleagues.length + errors.length).toBeGreaterThan(0);
      for (const { email, name } of colleagues) {
        expect(email).toMatch(/^[^\s<>,;"]+@[a-z0-9.-]+$/);
        expect(name).not.toMatch(/[\0-\u001f]/);
      }
    }),
    { numRuns: 1000 },
  );
});
