import type { Type } from '@angular/core';
import { fetchWords, wordsHere } from '../words/words';

const RETRY_MS = 5_000;

const beside = () => import('../later/beside-the-questions');
const promise = () => import('../later/beside-the-promise');
const about = () => import('../later/about-the-link');
const after = () => import('../later/after-the-questions');
const instead = () => import('../later/instead-of-questions');

/** What nobody needs before the first question lies in files of its own, so that the first question is there sooner. */
const files = {
  comments: beside,
  conflicts: beside,
  keys: beside,
  promise,
  decline: after,
  declined: after,
  review: after,
  thanks: after,
  withdrawn: after,
  wrong: about,
  replaced: about,
  group: about,
  told: about,
  held: about,
  door: instead,
};
export type Part = keyof typeof files;

const here = new Map<string, Type<unknown>>();

/** The part, if its file and its words have been fetched. */
export const partHere = (name: Part): Type<unknown> | undefined => (wordsHere() ? here.get(name) : undefined);

/** Tries until it succeeds: without a connection, what is on the page goes on working meanwhile. */
export const fetchPart = async (name: Part): Promise<Type<unknown>> => {
  for (;;) {
    try {
      const [{ parts }] = await Promise.all([files[name](), fetchWords()]);
      for (const [other, part] of Object.entries<Type<unknown>>(parts)) here.set(other, part);
      return here.get(name) as Type<unknown>;
    } catch {
      await new Promise((resume) => setTimeout(resume, RETRY_MS));
    }
  }
};
