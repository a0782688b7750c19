import { expect, test } from '@jest/globals';
import writeXlsxFile from 'write-excel-file/universal';
import { readFile } from './read-file';

const longest = 10_000;
/** jsdom's files cannot do what a browser's can: be read without an event. */
Blob.prototype.arrayBuffer = function (this: Blob) {
  const reader = new FileReader();
  return new Promise((resolve) => {
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(this);
  });
};
const chosen = (file: Blob | Uint8Array<ArrayBuffer>, most = longest) => readFile(new Blob([file]), most);
const workbook = (...rows: (string | number | null)[][]): Promise<Blob> =>
  writeXlsxFile(rows.map((row) => row.map((value) => (value === null ? null : { value })))).toBlob();

test('the first sheet of a workbook reads as the same list saved as CSV does', async () => {
  const sheet = await workbook(
    ['name', 'email', 'roles'],
    ['Hill, Sam', 'sam@school.example', 'leader'],
    ['Jo "J" Ann', 'jo@x.test', null],
  );
  expect(await chosen(sheet)).toEqual({ text: 'name,email,roles\n"Hill, Sam",sam@school.example,leader\n"Jo ""J"" Ann",jo@x.test,' });
});

test('row 8: a cell that looks like a formula is the text that it shows, and a line break in it starts no new person', async () => {
  const sheet = await workbook(['=HYPERLINK("http://evil.test")', '+1', 7], ['two\nlines', '@SUM(A1)', null]);
  expect(await chosen(sheet)).toEqual({ text: '"=HYPERLINK(""http://evil.test"")",+1,7\n"two\nlines",@SUM(A1),' });
});

test('row 1: an empty sheet, a broken workbook and a CSV that was renamed are told apart in plain words', async () => {
  expect(await chosen(await workbook([null]))).toEqual({ refusal: expect.stringContaining('is empty') });
  expect(await chosen(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toEqual({ refusal: expect.stringContaining('could not be opened') });
  expect(await chosen(new TextEncoder().encode('name,email\r\nSam,sam@x.test'))).toEqual({ text: 'name,email\nSam,sam@x.test' });
});

test('row 4: a workbook or a sheet beyond what a list may hold is refused with what to do', async () => {
  const large = new Uint8Array(5_000_001);
  large.set([0x50, 0x4b, 3, 4]);
  expect(await chosen(large)).toEqual({ refusal: expect.stringContaining('too large') });
  expect(await chosen(await workbook(['x'.repeat(200)]), 100)).toEqual({ refusal: expect.stringContaining('too long') });
});
