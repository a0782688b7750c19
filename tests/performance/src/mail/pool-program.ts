import { render, samplesOf } from '@facet/mail';
import { createTransport } from 'nodemailer';

// nodemailer's pool alone, with as many connections as the product has and with its invitation: pool-program SMTP_URL MAILS. It says how
// many milliseconds all mails took.
const [url = '', mails = ''] = process.argv.slice(2);
const sender = {
  organisation: 'Hill Street School',
  contact: { name: 'Priya Nair', email: 'priya@school.test' },
  dataContact: null,
  site: 'https://facet.test',
};
const letter = render(samplesOf({ sender, zone: 'Europe/London', now: new Date('2026-12-01T09:00:00Z') }).invitation);
const transport = createTransport({ url, pool: true, maxConnections: 10 });
const began = performance.now();
await Promise.all(
  Array.from({ length: Number(mails) }, (_, at) =>
    transport.sendMail({ from: 'feedback@facet.test', to: `rater${at}@school.test`, ...letter }),
  ),
);
process.stdout.write(`${performance.now() - began}\n`);
transport.close();
