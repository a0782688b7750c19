import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { path } from '@facet/contract';
import { Product, tokenIn } from '@facet/testing-product';
import { spellings } from './artefacts';
import { OneColleague } from './one-colleague';
import { ProductSearch } from './search-product';

// Kim is invited in the demo school's open round, answers, is written to, and asks to be forgotten.
const address = 'kim.vale@larkmead.example';
const name = 'Kim Vale';
let product: Product;
let search: ProductSearch;
let token: string;
let receipt: string;

beforeAll(async () => {
  product = await Product.start({ FACET_LOG: 'trace' });
  search = await ProductSearch.open(product);
  token = tokenIn(await product.mail(address, /Carys Bowen/));
  const kim = new OneColleague(product, token);
  await kim.save('an opinion of my own');
  await kim.send();
}, 120_000);
afterAll(async () => {
  await search.close();
  await product.stop();
});

/** But for PostgreSQL's write-ahead log, which is written over in time, and the mailboxes of people, which Facet has no say in. */
const places = async (text: string): Promise<string[]> =>
  (await search.placesOf(text)).filter((place) => !place.startsWith('mailbox/') && place !== 'postgres/files/pg_wal');

const knock = async (): Promise<number> =>
  (await fetch(new URL(path.survey, product.address), { headers: { authorization: `Bearer ${token}` } })).status;

test('before, the product knows who Kim is', async () => {
  expect(await knock()).toBe(200);
  expect(await places(address)).toContain('people.person');
  expect(await places(name)).toContain('people.person');
});

test('after, neither address nor name is anywhere: in no table, no file, no log', async () => {
  receipt = await product.facet('forget', 'person', address, '--yes');
  expect({ address: await places(address), name: await places(name) }).toEqual({ address: [], name: [] });
  for (const form of [...spellings(address), ...spellings(name)]) expect(product.log).not.toContain(form);
  expect(receipt).not.toMatch(/kim|vale/i);
});

test('the link opens nothing any more, and the product goes on', async () => {
  expect(await knock()).toBe(404);
  await product.facet('demo', 'later', '1d');
  expect(product.log).not.toContain('a duty of the tick');
});
