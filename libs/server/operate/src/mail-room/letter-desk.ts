import { Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import type { FieldError, LetterSample, LettersView, LetterView, LetterWording } from '@facet/contract';
import {
  builtIn,
  dropWording,
  inOneText,
  inParagraphs,
  isWordingKey,
  keepWording,
  letterNames,
  placeholders,
  readWording,
  render,
  type RenderedLetter,
  reword,
  samplesOf,
  type Wording,
  wordedLetters,
  wordingFaults,
  type WordingKey,
} from '@facet/mail';
import type { Principal } from '@facet/platform';
import { type AtDesk, Desk } from './desk';

/** What keeps a wording from being used, field by field. */
export interface NotWorded {
  readonly errors: FieldError[];
}

/** The letters of an organisation: seen as they would arrive, worded otherwise, and given back the words they came with. */
@Injectable()
export class LetterDesk {
  constructor(private readonly desk: Desk) {}

  list(principal: Principal): Promise<LettersView> {
    return this.desk.at(principal, async ({ tx }) => {
      const own = await wordedLetters(tx);
      const keys = Object.keys(letterNames).filter(isWordingKey);
      return { letters: keys.map((letter) => ({ letter, ...letterNames[letter], own: own.includes(letter) })) };
    });
  }

  /** Null where there is no such letter, as for all of these. */
  look(principal: Principal, letter: string): Promise<LetterView | null> {
    return this.at(principal, letter, (desk, key) => view(desk, key));
  }

  /** With made-up people, in the words that hold now. */
  sample(principal: Principal, letter: string): Promise<RenderedLetter | null> {
    return this.at(principal, letter, async (desk, key) => sampleOf(desk, key, await readWording(desk.tx, key)));
  }

  preview(principal: Principal, letter: string, typed: LetterWording): Promise<LetterSample | NotWorded | null> {
    return this.at(principal, letter, (desk, key) => {
      const wording = read(typed);
      const errors = wordingFaults(key, wording);
      return Promise.resolve(errors.length > 0 ? { errors } : shown(sampleOf(desk, key, wording)));
    });
  }

  keep(principal: Principal, letter: string, typed: LetterWording): Promise<LetterView | NotWorded | null> {
    return this.at(principal, letter, async (desk, key) => {
      const wording = read(typed);
      const errors = wordingFaults(key, wording);
      if (errors.length > 0) return { errors };
      await keepWording(desk.tx, key, wording);
      recordEvent(desk.tx, { kind: 'wording_changed', by: { person: desk.by }, detail: { letter: key, how: 'own' } });
      return view(desk, key);
    });
  }

  reset(principal: Principal, letter: string): Promise<LetterView | null> {
    return this.at(principal, letter, async (desk, key) => {
      await dropWording(desk.tx, key);
      recordEvent(desk.tx, { kind: 'wording_changed', by: { person: desk.by }, detail: { letter: key, how: 'built in' } });
      return view(desk, key);
    });
  }

  private at<Result>(
    principal: Principal,
    letter: string,
    work: (desk: AtDesk, key: WordingKey) => Promise<Result>,
  ): Promise<Result | null> {
    return isWordingKey(letter) ? this.desk.at(principal, (desk) => work(desk, letter)) : Promise.resolve(null);
  }
}

async function view(desk: AtDesk, key: WordingKey): Promise<LetterView> {
  const own = await readWording(desk.tx, key);
  const { subject, heading, paragraphs } = own ?? builtIn[key];
  return {
    letter: key,
    ...letterNames[key],
    own: own !== null,
    wording: { subject, heading, text: inOneText(paragraphs) },
    placeholders: builtIn[key].placeholders.map((name) => ({ name: `{${name}}`, means: placeholders[name] })),
    sample: shown(sampleOf(desk, key, own)),
  };
}

const sampleOf = ({ tx, organisation, sender }: AtDesk, key: WordingKey, wording: Wording | null): RenderedLetter =>
  render(reword(samplesOf({ sender, zone: organisation.zone, now: tx.now })[key], wording));

const shown = ({ subject, text }: RenderedLetter): LetterSample => ({ subject, text });

const read = ({ subject, heading, text }: LetterWording): Wording => ({ subject, heading, paragraphs: inParagraphs(text) });
