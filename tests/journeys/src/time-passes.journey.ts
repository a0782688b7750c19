import { expect, test } from '@facet/testing-browser';

test('those who have not answered are reminded once, and the round seals when it closes', async ({ product }) => {
  const reminders = async (name: string): Promise<number> => {
    const mails = await product.mails(`${name}@larkmead.example`);
    return mails.filter(({ subject }) => /reminder/i.test(subject ?? '') && subject?.includes('Carys Bowen')).length;
  };
  await product.facet('demo', 'later', '7d');
  await expect.poll(() => reminders('kim.vale')).toBe(1);
  expect(await reminders('sam.hill'), 'who has answered is left in peace').toBe(0);
  await product.facet('demo', 'later', '1d');

  await product.facet('demo', 'later', '2d');
  const ready = await product.mail('ines.moreau@larkmead.example', /report for Carys Bowen/);
  expect(ready.text).toContain('/rounds/');
  expect(await reminders('kim.vale'), 'nobody is reminded twice').toBe(1);
});
