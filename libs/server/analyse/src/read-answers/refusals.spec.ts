import { describe, expect, test } from '@jest/globals';
import { framework } from '../answers.examples';
import { gather } from './read-answers';

async function* pieces(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

/** Every fault of a text as LINE:COLUMN and a sentence. */
const faults = async (text: string, over: typeof framework | null = null): Promise<string[]> => {
  const read = await gather(pieces(text), over);
  if (!('faults' in read)) throw new Error('The text was accepted.');
  return read.faults.map(({ at, message }) => `${at ? `${at.line}:${at.column} ` : ''}${message}`);
};

const header = 'leader,rater,group,behaviour,rating,seen,help\n';
const rows = (...lines: string[]): string => header + lines.map((line) => `${line}\n`).join('');

describe('a file is refused, with the line and column of what is wrong:', () => {
  test.each<[string, string, string]>([
    ['an empty one', '', '1:1 This file is empty.'],
    ['one of empty lines', '\n  \n\n', '1:1 This file is empty.'],
    ['one with a first row only', header, '2:1 There is no answer behind the first row.'],
    ['one with a first row and empty rows', `${header}\n,,,,,,\n`, '2:1 There is no answer behind the first row.'],
    ['one without a first row', 'Ada,r1,peer,1.1,4\n', '1:1 The column “Ada” is not known.'],
    ['a column nobody knows', 'leader,rater,group,name,behaviour,rating\n', '1:20 The column “name” is not known.'],
    ['a column that is spelt otherwise', 'Leader,rater,group,behaviour,rating\n', '1:1 The column “Leader” is not known.'],
    ['a column without a name', 'leader,rater,,group,behaviour,rating\n', '1:14 A column without a name is not known.'],
    ['a column that is there twice', 'leader,rater,group,rater,behaviour,rating\n', '1:20 The column “rater” is there twice.'],
    ['a column that is missing', 'leader,rater,behaviour,rating\n', '1:30 There is no column “group”.'],
    ['a row with too few cells', rows('Ada,r1,peer,1.1,4,'), '2:1 There are 6 cells in this row; the first row names 7 columns.'],
    ['a row with too many', rows('Ada,r1,peer,1.1,4,,,'), '2:1 There are 8 cells in this row; the first row names 7 columns.'],
    ['a quotation mark never closed', rows('Ada,r1,peer,1.1,4,,', 'Ada,r2,peer,1.1,4,"a', 'b,'), '3:19 A quotation mark opens here'],
    ['a quotation mark within a cell', rows('Ada,r1,peer,1.1,4,say "yes",'), '2:19 There is a quotation mark within this cell.'],
    ['text behind a closing quotation mark', rows('Ada,r1,peer,1.1,4,"yes" no,'), '2:19 This cell goes on behind'],
    ['a quotation mark closed after pages', rows(`Ada,r1,peer,1.1,4,"${'x'.repeat(130_000)}",`), '2:19 This row is longer than 128000'],
    ['a group nobody knows', rows('Ada,r1,boss,1.1,4,,'), '2:8 group: “boss” stands here. A group is self, line_manager,'],
    ['a group with a capital', rows('Ada,r1,Peer,1.1,4,,'), '2:8 group: “Peer” stands here.'],
    ['a rating above the scale', rows('Ada,r1,peer,1.1,6,,'), '2:17 rating: “6” stands here. A rating is a whole number from 1 to 5,'],
    ['a rating of nought', rows('Ada,r1,peer,1.1,0,,'), '2:17 rating: “0” stands here.'],
    ['a rating below nought', rows('Ada,r1,peer,1.1,-1,,'), '2:17 rating: “-1” stands here.'],
    ['half a rating', rows('Ada,r1,peer,1.1,3.5,,'), '2:17 rating: “3.5” stands here.'],
    ['a rating in words', rows('Ada,r1,peer,1.1,four,,'), '2:17 rating: “four” stands here.'],
    ['no rating', rows('Ada,r1,peer,1.1,,,'), '2:17 rating: This cell is empty.'],
    ['no leader', rows(' ,r1,peer,1.1,4,,'), '2:2 leader: This cell is empty.'],
    [
      'a name with a NUL',
      rows('A\0da,r1,peer,1.1,4,,'),
      '2:1 leader: “A\uFFFDda” stands here. It holds a character NUL, which no name does.',
    ],
    ['a word that would steer a terminal', rows('Ada,r1,\u001B[31mpeer,1.1,4,,'), '2:8 group: “\uFFFD[31mpeer” stands here.'],
    ['no rater', rows('Ada,"",peer,1.1,4,,'), '2:5 rater: This cell is empty.'],
    ['no behaviour', rows('Ada,r1,peer,,4,,'), '2:13 behaviour: This cell is empty.'],
    ['a behaviour without a quality', rows('Ada,r1,peer,listens,4,,'), '2:13 behaviour: “listens” names no quality.'],
    ['a behaviour with nothing behind the full stop', rows('Ada,r1,peer,1.,4,,'), '2:13 behaviour: “1.” names no quality.'],
    [
      'the same thing rated twice',
      rows('Ada,r1,peer,1.1,4,,', 'Ada,r2,peer,1.1,4,,', 'Ada,r1,peer,1.1,4,,'),
      '4:13 behaviour: This rater rates this behaviour of this leader on line 2 already.',
    ],
    [
      'one rater in two groups',
      rows('Ada,r1,peer,1.1,4,,', 'Ada,r1,other,1.2,4,,'),
      '3:8 group: This rater of this leader is in the group peer on line 2.',
    ],
    [
      'two people who are the leader',
      rows('Ada,r1,self,1.1,4,,', 'Ada,r2,self,1.2,4,,'),
      '3:5 rater: The leader’s own answers are from another rater on line 2.',
    ],
  ])('%s', async (_, text, expected) => {
    const found = await faults(text);
    expect(found[0]?.slice(0, expected.length)).toBe(expected);
  });

  test('a behaviour that the framework does not have', async () => {
    expect(await faults(rows('Ada,r1,peer,1.9,4,,'), framework)).toEqual(['2:13 behaviour: “1.9” is no behaviour of the framework.']);
  });

  test('a rating above the framework’s scale', async () => {
    const four = { ...framework, scale: { ...framework.scale, points: framework.scale.points.slice(0, 4) } };
    expect(await faults(rows('Ada,r1,peer,1.1,5,,'), four)).toEqual([
      '2:17 rating: “5” stands here. A rating is a whole number from 1 to 4, or N for not observed.',
    ]);
  });

  test('more behaviours than any framework has', async () => {
    const many = rows(...Array.from({ length: 401 }, (_, n) => `Ada,r1,peer,1.${n},4,,`));
    expect(await faults(many)).toEqual(['402:13 behaviour: There are more than 400 behaviours. Is this the right column?']);
  });
});

test('every fault of a file is named, and every cell that is wrong in a row', async () => {
  expect(await faults(rows('Ada,,boss,1.1,9,,', 'Ada,r1,peer,1.1,4,,', 'Ada,r2,peer,,4,,'))).toEqual([
    '2:5 rater: This cell is empty.',
    '2:6 group: “boss” stands here. A group is self, line_manager, peer, direct_report, other.',
    '2:15 rating: “9” stands here. A rating is a whole number from 1 to 5, or N for not observed.',
    '4:13 behaviour: This cell is empty.',
  ]);
});

test('a file of another kind is given up after twenty faults', async () => {
  const found = await faults(rows(...Array.from({ length: 100 }, () => 'Ada,r1,peer,1.1,9,,')));
  expect(found).toHaveLength(21);
  expect(found.at(-1)).toBe('Nothing after this was read.');
});

test('lines are counted through empty ones and through comments of several lines', async () => {
  const text = `\n\n${header}\nAda,r1,peer,1.1,4,"two\nlines, ""quoted""",x\n\n\nAda,r2,peer,1.1,9,,\n`;
  expect(await faults(text)).toEqual([expect.stringMatching(/^9:17 rating/)]);
});

test('a cell behind a comment of several lines is found on its own line', async () => {
  const text = 'seen,leader,rater,group,behaviour,rating\n"one\ntwo, ""three""",Ada,r1,boss,1.1,4\n';
  expect(await faults(text)).toEqual([expect.stringMatching(/^3:24 group/)]);
});
