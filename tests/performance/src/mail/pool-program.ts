import { createTransport } from 'nodemailer';

// nodemailer's pool alone: pool-program SMTP_URL MAILS BYTES. It says how many milliseconds all mails took.
const [url = '', mails = '', bytes = ''] = process.argv.slice(2);
const transport = createTransport({ url, pool: true, maxConnections: 5 });
const html = '<p>A line of a letter, as long as other lines.</p>\n'.repeat(Number(bytes) / 50);
const began = performance.now();
await Promise.all(
  Array.from({ length: Number(mails) }, (_, at) =>
    transport.sendMail({ from: 'feedback@facet.test', to: `rater${at}@school.test`, subject: 'Your view', text: 'Your view.', html }),
  ),
);
process.stdout.write(`${performance.now() - began}\n`);
transport.close();
