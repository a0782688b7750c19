import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { redisIsInstalled, TestRedis } from '@facet/testing';
import { Product, tokenIn } from '@facet/testing-product';
import { spellings } from './artefacts';
import { RedisMonitor } from './monitor';
import { OneColleague } from './one-colleague';
import { ProductSearch } from './search-product';

// A round is collecting in the demo school; Kim and Lee have been invited and have not answered yet.
const rater = 'kim.vale@larkmead.example';
const sent = 'quixotic-lanterns-over-the-weir';
/** Lee begins and never sends. */
const unsent = 'velvet-anchors-beneath-the-orchard';
const redis = redisIsInstalled ? await TestRedis.reserve() : undefined;
let monitor: RedisMonitor | undefined;
let product: Product;
let kim: OneColleague;
let tokens: readonly string[];
let search: ProductSearch;

beforeAll(async () => {
  await redis?.start();
  monitor = redis && (await RedisMonitor.listen(redis.url));
  product = await Product.start({ FACET_LOG: 'trace', ...(redis && { REDIS_URL: redis.url }) });
  search = await ProductSearch.open(product);
  const mails = [await product.mail(rater, /Carys Bowen/), await product.mail('lee.marsh@larkmead.example', /Carys Bowen/)];
  tokens = mails.map(tokenIn);
  kim = new OneColleague(product, tokens[0] ?? '');
  await kim.save(sent);
  await kim.send();
  await new OneColleague(product, tokens[1] ?? '').save(unsent);
}, 120_000);
afterAll(async () => {
  await search.close();
  await product.stop();
  monitor?.stop();
  await redis?.kill();
});

async function inMails(text: string): Promise<string[]> {
  const mails = await product.mails();
  return mails.flatMap(({ to, subject = '', text: plain = '', html = '' }) =>
    [subject, plain, html].some((part) => part.includes(text)) ? [to?.[0]?.address ?? ''] : [],
  );
}

const inLog = (text: string): string[] => spellings(text).filter((form) => product.log.includes(form));

test('the search itself finds what is there', async () => {
  expect(await search.placesOf('Larkmead Academy')).toEqual(expect.arrayContaining(['people.organisation', 'postgres/files/pg_wal']));
  expect(await inMails('Larkmead Academy')).not.toEqual([]);
  for (const form of spellings(sent)) expect(form.length).toBeGreaterThan(20);
  const shifted = Buffer.from(`ab${sent} and more`).toString('base64');
  expect(spellings(sent).some((form) => shifted.includes(form))).toBe(true);
});

test.each([
  ['was sent', sent],
  ['was only begun', unsent],
])('row 44: an answer that %s is nowhere while the round is open: in no table, no write-ahead log, no log, no mail', async (_, words) => {
  expect({ places: await search.placesOf(words), mails: await inMails(words), log: inLog(words) }).toEqual({
    places: [],
    mails: [],
    log: [],
  });
});

/** A token stands in its own mails, and nowhere else. */
async function expectTokensInTheirMails(): Promise<void> {
  for (const token of tokens) {
    const places = await search.placesOf(token);
    expect(places.every((place) => place.startsWith('mailbox/'))).toBe(true);
    expect(new Set(await inMails(token)).size).toBe(1);
    expect(places).toHaveLength((await inMails(token)).length);
    expect(inLog(token)).toEqual([]);
  }
}

test('row 44: a personal token is in its own mails and nowhere else', expectTokensInTheirMails);

test('nobody else was written to because somebody answered', async () => {
  const mailRows = async (): Promise<string> => (await search.tables()).filter((table) => table.startsWith('post.')).join();
  const before = await mailRows();
  expect(before).toContain('invitation');
  await kim.put({ comments: { '2': { seen: `${sent} again` } } });
  await kim.send();
  expect(await mailRows()).toBe(before);
});

test('row 44: after the seal the words that were sent stand among the comments and in the report, and nowhere else', async () => {
  await product.facet('demo', 'later', '10d');
  await product.mail('ines.moreau@larkmead.example', /report for Carys Bowen/);
  expect({ places: await search.placesOf(sent), mails: await inMails(sent), log: inLog(sent) }).toEqual({
    places: ['answers.comment', 'answers.snapshot', 'postgres/files/pg_wal'],
    mails: [],
    log: [],
  });
});

test('what was only begun is nowhere after the seal either', async () => {
  expect({ places: await search.placesOf(unsent), mails: await inMails(unsent), log: inLog(unsent) }).toEqual({
    places: [],
    mails: [],
    log: [],
  });
});

test('row 44: after the seal a personal token is still in its own mails and nowhere else', expectTokensInTheirMails);

(redis ? test : test.skip)('whatever passed through the queue on Redis held neither answer nor token nor address', () => {
  const log = monitor?.log ?? '';
  expect(log).toContain('mailIds');
  for (const secret of [sent, unsent, ...tokens, rater]) for (const form of spellings(secret)) expect(log).not.toContain(form);
});
