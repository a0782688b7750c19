import * as z from 'zod';
import type { Report } from './read-report';
import { codeOf, forPeople } from './said';

/** What a mail provider's own notice of a bounce is turned into before it is posted here. */
const ReturnedForm = z.strictObject({
  /** The return path of the mail: b+…@ */
  to: z.string().max(320),
  kind: z.enum(['failed', 'delayed', 'complaint']),
  status: z
    .string()
    .regex(/^[245]\.\d{1,3}\.\d{1,3}$/)
    .optional(),
  said: z.string().max(2_000).default(''),
});

/** Null where it is not the form. A failure without a status of the class 5 is a delay, as in a report. */
export function readReturnedForm(bytes: Uint8Array): Report | null {
  const { success, data } = ReturnedForm.safeParse(json(bytes));
  if (!success) return null;
  const { to, kind, status = null, said } = data;
  const lasts = kind !== 'failed' || status?.startsWith('5') === true;
  return {
    ...{ kind: lasts ? kind : 'delayed', status, code: codeOf(said), said: forPeople(said) || `status ${status ?? 'unknown'}` },
    ...{ addresses: [to], essence: JSON.stringify([status, said]) },
  };
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined; // neither UTF-8 nor JSON, which is not the form either
  }
}
