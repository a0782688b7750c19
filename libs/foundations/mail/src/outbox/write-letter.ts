import { type RoundSecret, surveyLink, typedCode, VAULT, type Vault } from '@facet/answer-links';
import { CONFIGURATION, type Configuration, ONE_CLICK, type Transaction } from '@facet/platform';
import { Inject, Injectable } from '@nestjs/common';
import { letters } from '../letters';
import type { Ask } from '../letters/ask';
import type { Sender, WordedLetter } from '../letters/letter';
import { SIGN_IN_MINUTES, signInCode } from '../sign-in-code';
import { optOutName } from '../opt-out/opt-out';
import { reword } from '../wording/in-words';
import { readWordings } from '../wording/wording-rows';
import { contactFor, letterAboutRound, type RoundKind } from './about-round';
import type { ClaimedMail } from './claim';
import { askFacts, colleagueFacts, commonFacts, roundFacts, type AskFacts, type CommonFacts, type Named } from './letter-facts';

export interface WrittenLetter {
  readonly letter: WordedLetter;
  readonly recipient: Named;
  readonly replyTo: Named;
  readonly from: string;
}

type Secrets = ReadonlyMap<string, RoundSecret | null>;

interface Asking {
  readonly asked: readonly AskFacts[];
  readonly secrets: Secrets;
}

/** Writes the letter of a claimed row from what the database says now; links and codes are derived here and stored nowhere. */
@Injectable()
export class WriteLetter {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  /** One letter for each mail, in order; null where a round's secret cannot be read, without which there is no link. */
  async write(tx: Transaction, mails: readonly ClaimedMail[]): Promise<(WrittenLetter | null)[]> {
    const [common, asked, wordings] = [await commonFacts(tx, mails), await askFacts(tx, mails), await readWordings(tx)];
    const secrets = await this.secretsOf([...asked.values()].flat());
    const written: (WrittenLetter | null)[] = [];
    for (const mail of mails) {
      const known = common.get(mail.person);
      if (known === undefined) throw new Error('a mail is to a person of its organisation');
      const letter = await this.asItComes(tx, mail, known, { asked: asked.get(mail.id) ?? [], secrets });
      written.push(letter && { ...letter, letter: reword(letter.letter, wordings.get(letter.letter.worded.key) ?? null) });
    }
    return written;
  }

  private async secretsOf(asked: readonly AskFacts[]): Promise<Secrets> {
    const rounds = [...new Set(asked.map(({ round }) => round))];
    return new Map(await Promise.all(rounds.map(async (round) => [round, await this.vault.get(round)] as const)));
  }

  private async asItComes(tx: Transaction, mail: ClaimedMail, common: CommonFacts, asking: Asking): Promise<WrittenLetter | null> {
    const { kind } = mail;
    if (kind === 'wrong_group') return this.wrongGroup(tx, mail, common);
    if (kind === 'invitation' || kind === 'reminder' || kind === 'link_again') return this.asking(mail, kind, common, asking, tx.now);
    if (kind === 'second_factor_reset') return this.secondFactorReset(common);
    return kind === 'sign_in' ? this.signIn(mail, common) : this.aboutRound(tx, mail, kind, common);
  }

  private asking(
    mail: ClaimedMail,
    kind: 'invitation' | 'reminder' | 'link_again',
    common: CommonFacts,
    { asked, secrets }: Asking,
    now: Date,
  ): WrittenLetter | null {
    const asks = asked.map((fact) => this.ask(fact, secrets, kind === 'invitation'));
    const coach = asked[0]?.coach;
    if (coach === undefined) throw new Error('a claimed mail has an item that is not dropped');
    if (asks.some((ask) => ask === null)) return null;
    const sender = this.sender(common, coach);
    const context = { sender, recipient: common.recipient.name, asks: asks.filter((ask) => ask !== null), now };
    const letter = kind === 'reminder' ? letters.reminder({ ...context, stop: this.stop(mail) }) : letters[kind](context);
    return { letter, recipient: common.recipient, replyTo: coach, from: common.from };
  }

  private ask(fact: AskFacts, secrets: Secrets, withMessage: boolean): Ask | null {
    const secret = secrets.get(fact.round);
    if (!secret) return null;
    const token = secret.token(fact.invitation, fact.version);
    return {
      leader: fact.leader,
      standing: fact.group === 'self' ? 'self' : fact.group === 'line_manager' ? 'named' : 'confidential',
      closes: { at: fact.closesAt, zone: fact.zone },
      minimum: fact.promise.minimum,
      commentMinimum: fact.promise.commentMinimum,
      message: withMessage && fact.group !== 'self' ? fact.message : '',
      link: surveyLink(this.configuration.publicUrl, token),
      code: typedCode(token),
    };
  }

  private signIn(mail: ClaimedMail, common: CommonFacts): WrittenLetter {
    const contact = this.aboutAccess(common);
    const code = signInCode(this.configuration.secret, about(mail));
    const link = this.page(`/sign-in#${code}`);
    return {
      letter: letters.sign_in({ sender: this.sender(common, contact), link, code, minutes: SIGN_IN_MINUTES }),
      recipient: common.recipient,
      replyTo: contact,
      from: common.from,
    };
  }

  private secondFactorReset(common: CommonFacts): WrittenLetter {
    const { recipient, from } = common;
    const contact = this.aboutAccess(common);
    const letter = letters.second_factor_reset({
      ...{ sender: this.sender(common, contact), recipient: recipient.name, link: this.page('/sign-in') },
    });
    return { letter, recipient, replyTo: contact, from };
  }

  /** Whom to ask about signing in. */
  private aboutAccess({ administrator }: CommonFacts): Named {
    const { name, address } = this.configuration.mail.from;
    return administrator ?? { name, email: address };
  }

  private async wrongGroup(tx: Transaction, mail: ClaimedMail, common: CommonFacts): Promise<WrittenLetter> {
    const [round, colleague] = [await roundFacts(tx, about(mail)), await colleagueFacts(tx, mail)];
    const contact = common.administrator ?? round.leader;
    const letter = letters.wrong_group({
      ...{ sender: this.sender(common, contact), recipient: common.recipient.name, leader: round.leader.name, colleague },
      link: this.page(`/rounds/${about(mail)}`),
    });
    return { letter, recipient: common.recipient, replyTo: contact, from: common.from };
  }

  private async aboutRound(tx: Transaction, mail: ClaimedMail, kind: RoundKind, common: CommonFacts): Promise<WrittenLetter> {
    const round = await roundFacts(tx, about(mail));
    const contact = contactFor(kind, common, round);
    const letter = letterAboutRound(kind, {
      sender: this.sender(common, contact),
      recipient: common.recipient.name,
      round,
      page: this.page(`/rounds/${about(mail)}`),
    });
    return { letter, recipient: common.recipient, replyTo: contact, from: common.from };
  }

  private sender = (common: CommonFacts, contact: Named): Sender => ({
    organisation: common.organisation,
    contact,
    dataContact: common.dataContact,
    site: this.configuration.publicUrl.origin,
  });

  private stop = ({ id }: ClaimedMail): string => this.page(ONE_CLICK.replace(':mail', optOutName(this.configuration.secret, id)));

  private page = (path: string): string => new URL(path, this.configuration.publicUrl).href;
}

function about({ id, about }: ClaimedMail): string {
  if (about === null) throw new Error(`the mail ${id} does not say what it is about`);
  return about;
}
