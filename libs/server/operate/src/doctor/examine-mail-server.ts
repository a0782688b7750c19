import { greetMailServer, sendTestMail } from '@facet/mail';
import type { Configuration } from '@facet/platform';
import type { Finding } from './finding';

const advice =
  'See that SMTP_URL names your server, port, user and password, and that it may send as FACET_MAIL_FROM. Mail waits meanwhile.';

const lineAdvice = {
  'no encryption':
    'Turn TLS on at the mail server: smtps://, or STARTTLS, which SMTP_URL asks for where it holds a password or ends in ?requireTLS=true. Mail waits meanwhile.',
  certificate:
    'Give the mail server a certificate that is valid today for the name in SMTP_URL. One that you signed yourselves is trusted where NODE_EXTRA_CA_CERTS names the file of its signer. Mail waits meanwhile.',
} as const;

/** The mail server, greeted; and tried with a real mail where `to` is given, because many refuse only then. */
export async function examineMailServer(configuration: Configuration, to: string | null, now: Date): Promise<Finding[]> {
  const { smtpUrl } = configuration;
  if (smtpUrl === undefined)
    return [{ area: 'mail server', state: 'not checked', says: 'Demo mode: every mail stays in the mailbox of this machine.' }];
  const server = new URL(smtpUrl).host;
  const refusal = await greetMailServer(smtpUrl);
  if (refusal !== null)
    return [
      {
        ...{ area: 'mail server', state: 'bad', says: `${server} cannot be used: ${refusal.said}` },
        advice: refusal.line === null ? advice : lineAdvice[refusal.line],
      },
    ];
  const greeted: Finding = { area: 'mail server', state: 'good', says: `${server} lets Facet in.` };
  return to === null ? [greeted] : [greeted, await tried(configuration, to, now)];
}

async function tried(configuration: Configuration, to: string, now: Date): Promise<Finding> {
  const outcome = await sendTestMail(configuration, to, now);
  return outcome.kind === 'sent'
    ? { area: 'mail server', state: 'good', says: `A test mail to ${to} was taken: ${outcome.reply}` }
    : { area: 'mail server', state: 'bad', says: `A test mail to ${to} was not taken: ${outcome.reply}`, advice };
}
