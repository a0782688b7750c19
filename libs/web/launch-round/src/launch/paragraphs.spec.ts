import { expect, test } from '@jest/globals';
import { paragraphsOf } from './paragraphs';

test('the text of the mail keeps its paragraphs and its lines', () => {
  expect(paragraphsOf('Dear Sam,\r\n\r\nStart here:\nhttps://example.test\n \n\nRegards\n')).toEqual([
    'Dear Sam,',
    'Start here:\nhttps://example.test',
    'Regards',
  ]);
});
