import { escaped, plainPage } from '../pages/plain-page';
import type { Stopping } from './opt-out';

/** What RFC 8058 has mail programs post, and what the button posts. */
export const STOP = 'List-Unsubscribe=One-Click';
export const RESUME = 'Reminders=Again';

export function optOutPage({ organisation, stopped }: Stopping): string {
  const name = escaped(organisation);
  return stopped
    ? plainPage(
        'No more reminders',
        `<p>${name} will not remind you any more. Nobody there is told. If you have been asked for feedback, the link in your mail still works.</p>${button(RESUME, 'Remind me again')}`,
      )
    : plainPage(
        `Reminders from ${name}`,
        `<p>You get a reminder while a round that you have been asked about is open and you have not answered.</p><p>One press stops all of them, about every leader. Nobody at ${name} is told, and the link in your mail still works.</p>${button(STOP, 'No more reminders')}`,
      );
}

export const unknownPage = (): string =>
  plainPage(
    'This address leads nowhere',
    '<p>It may be damaged, or the mail it stood in has been cleared away. Copy it again as a whole, or reply to the mail: a person reads the answers.</p>',
  );

function button(field: string, label: string): string {
  const [name = '', value = ''] = field.split('=');
  return `<form method="post"><button name="${name}" value="${value}">${label}</button></form>`;
}
