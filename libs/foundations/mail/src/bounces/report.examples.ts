/** For specs: mails as servers send them back. */
export interface Bounce {
  readonly to?: string;
  readonly action?: string;
  readonly status?: string;
  readonly diagnostic?: string;
  /** Further headers, one a line. */
  readonly headers?: readonly string[];
}

const ORIGINAL = ['From: Feedback <feedback@hill.example>', 'To: sam@hill.example', 'Subject: Feedback for Ada Okafor', ''];

const report = (type: string, { to, headers = [] }: Bounce, parts: readonly (readonly string[])[]): Buffer =>
  Buffer.from(
    [
      ...headers,
      'From: Mail Delivery System <MAILER-DAEMON@mx.hill.example>',
      `To: ${to ?? 'nobody@bounce.hill.example'}`,
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      `Content-Type: multipart/report; report-type=${type}; boundary="edge"`,
      '',
      ...parts.flatMap((part) => ['--edge', ...part, '']),
      '--edge--',
      '',
    ].join('\r\n'),
  );

/** RFC 3464, as Postfix writes it. */
export const bounce = (given: Bounce = {}): Buffer => {
  const { action = 'failed', status = '5.1.1', diagnostic = 'smtp; 550 5.1.1 <sam@hill.example>: no such user here' } = given;
  return report('delivery-status', given, [
    ['Content-Type: text/plain', '', 'I am sorry to have to inform you that your message could not be delivered.'],
    [
      ...[
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.hill.example',
        'Arrival-Date: Tue, 1 Dec 2026 09:00:00 +0000',
      ],
      ...['', 'Final-Recipient: rfc822; sam@hill.example', `Action: ${action}`, `Status: ${status}`, `Diagnostic-Code: ${diagnostic}`],
    ],
    ['Content-Type: message/rfc822', '', ...ORIGINAL, 'https://facet.hill.example/s#SECRETLINK'],
  ]);
};

/** RFC 5965. */
export const complaint = (
  given: Bounce & { readonly type?: string; readonly mailFrom?: string; readonly returnPath?: string } = {},
): Buffer =>
  report('feedback-report', given, [
    ['Content-Type: text/plain', '', 'This is an email abuse report.'],
    [
      ...['Content-Type: message/feedback-report', '', `Feedback-Type: ${given.type ?? 'abuse'}`, 'User-Agent: Mail/1.0', 'Version: 1'],
      ...(given.mailFrom === undefined ? [] : [`Original-Mail-From: <${given.mailFrom}>`]),
    ],
    [
      'Content-Type: message/rfc822',
      '',
      ...(given.returnPath === undefined ? [] : [`Return-Path: <${given.returnPath}>`]),
      ...ORIGINAL,
      'Hello',
    ],
  ]);

/** An absence, as mail programs write it. */
export const absence = (to: string): Buffer =>
  Buffer.from(`From: sam@hill.example\r\nTo: ${to}\r\nSubject: Away\r\nAuto-Submitted: auto-replied\r\n\r\nI am away until Monday.\r\n`);

/** A server that knows nothing of reports. */
export const plainBounce = (to: string): Buffer =>
  Buffer.from(`From: MAILER-DAEMON@mx.hill.example\r\nTo: ${to}\r\nSubject: failure notice\r\n\r\nHi. This is the program at mx.\r\n`);
