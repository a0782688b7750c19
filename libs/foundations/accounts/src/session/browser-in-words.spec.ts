import { expect, test } from '@jest/globals';
import { browserInWords } from './browser-in-words';

const like = 'Mozilla/5.0 (%) AppleWebKit/537.36 (KHTML, like Gecko)';
test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox on Windows'],
  [`${like.replace('%', 'X11; Linux x86_64')} Chrome/140.0.0.0 Safari/537.36`, 'Chrome on Linux'],
  [`${like.replace('%', 'Windows NT 10.0; Win64; x64')} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, 'Edge on Windows'],
  [`${like.replace('%', 'Macintosh; Intel Mac OS X 10_15_7')} Version/18.5 Safari/605.1.15`, 'Safari on a Mac'],
  [`${like.replace('%', 'iPhone; CPU iPhone OS 18_5 like Mac OS X')} Version/18.5 Mobile/15E148 Safari/604.1`, 'Safari on an iPhone'],
  [`${like.replace('%', 'Linux; Android 10; K')} Chrome/140.0.0.0 Mobile Safari/537.36`, 'Chrome on Android'],
  ['curl/8.0', 'A browser'],
  ['<script>alert(1)</script>', 'A browser'],
  [undefined, 'A browser'],
])('%s is told as a person would say it', (agent, words) => {
  expect(browserInWords(agent)).toBe(words);
});
