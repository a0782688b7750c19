import { expect, test } from '@jest/globals';
import { tellingWords } from './telling-words';

test.each([
  ['As your deputy, I saw this.', ['As your deputy']],
  ['Seen as one of your assistant heads.', ['as one of your assistant heads']],
  ['It began on Monday in my department.', ['on Monday', 'my department']],
  ['On 3rd of March and May 12.', ['3rd of March', 'May 12']],
  ['Write to sam.hill@school.test or 020 7946 0123.', ['sam.hill@school.test', '020 7946 0123']],
  ['Mrs Lane and Dr. Óscarsdóttir were there.', ['Mrs Lane', 'Dr. Óscarsdóttir']],
  ['Ask Sam about it.', ['Sam']],
  ['On 12/03/2026.', ['12/03/2026']],
  ['On the twenty-third of March, and again last term.', ['twenty-third of March', 'last term']],
  ['She helped when I joined the school.', ['when I joined the school']],
  ['She heard the caretaker out.', ['the caretaker']],
  ['She said “this is on me” and meant it.', ['“this is on me”']],
  ['She stood up for Kofi when Lena Marsh left.', ['Lena Marsh', 'Kofi']],
  ['Chaired the SEND review.', ['SEND']],
])('row 25: “%s” may show who wrote it', (text, found) => {
  expect(tellingWords(text, 'Sam Hill', 'Ada Okafor')).toEqual(found);
});

test.each([
  ['Ring me on +44 7700 900123.', ['+44 7700 900123']],
  ['She visited me after my surgery.', ['surgery']],
  ['He was fair when Sue was off sick with anxiety.', ['off sick', 'anxiety', 'Sue']],
])('row 26: “%s” holds what is nobody’s business, and the hint points at it', (text, found) => {
  expect([...tellingWords(text, 'Sam Hill', 'Ada Okafor')].toSorted()).toEqual([...found].toSorted());
});

test.each([
  'She listens, and may change her mind.',
  'As a result we met more often in 2026.',
  'A samovar on a hilltop.',
  'Five of six lessons.',
  'Ada told us why. Staff had time to ask about Maths and English.',
  '',
])('row 25: “%s” shows nothing', (text) => {
  expect(tellingWords(text, 'Sam Hill', 'Ada Okafor')).toEqual([]);
});

test('a hint names three passages at the most', () => {
  expect(tellingWords('On Monday, last Friday, this Sunday, on Tuesday.', 'Sam Hill', 'Ada Okafor')).toHaveLength(3);
});
