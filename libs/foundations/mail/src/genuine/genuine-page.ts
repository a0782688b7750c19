import { escaped, plainPage } from '../pages/plain-page';

export interface MailFacts {
  /** The address in "From" of every mail. */
  readonly address: string;
  /** "https://facet.example.org" */
  readonly site: string;
  /** Where undeliverable mail goes back to, if not to that address; some mail programs show it. */
  readonly returnDomain: string | undefined;
}

/** How to tell a mail of this installation from one that only looks like it. The same for everybody who asks. */
export const genuinePage = ({ address, site, returnDomain }: MailFacts): string =>
  plainPage(
    'Is this mail genuine?',
    `<p>Facet carries feedback about leadership inside an organisation. If a mail asks you to give some, or to read a report, compare it with this page.</p>
<h2>A genuine mail</h2>
<dl><dt>comes from the address</dt><dd><strong>${escaped(address)}</strong>, under the name of your organisation</dd>
<dt>has buttons that lead only to addresses that begin with</dt><dd><strong>${escaped(site)}/</strong></dd>${
      returnDomain === undefined
        ? ''
        : `
<dt>may show, as the address to which it is returned, one that ends with</dt><dd><strong>@${escaped(returnDomain)}</strong></dd>`
    }
<dt>names a person</dt><dd>who reads the replies, with an address that you know or can ask about at work</dd></dl>
<h2>How to check</h2>
<ol><li>Look at the whole address of the sender, not only at the name: a name can be made up by anybody.</li>
<li>Rest on the button without pressing it, or hold it on a phone: your mail program then shows where it leads.</li>
<li>Or do not use the button: type ${escaped(site)}/s into your browser yourself, and then the code from the mail.</li>
<li>If you are still in doubt, ask the person named in the mail, by telephone or face to face.</li></ol>
<h2>What it never does</h2>
<ul><li>It never asks for a password. Facet has none.</li>
<li>It never has an attachment, and never asks for money or for anything to be installed.</li>
<li>It never says what somebody has answered.</li></ul>
<p>If a mail is not genuine, press nothing in it and tell whoever looks after computers in your organisation.</p>`,
  );
