export type MailState = 'pending' | 'sending' | 'sent' | 'rejected' | 'cancelled' | 'suppressed' | 'unknown' | 'expired';

/**
 * Which state may follow which; the database refuses every other move. Some of them are answers that come late: a worker whose lease
 * has ended hears from the server after all, and its mail is pending again, or was given up as unknown; and a mail that one server
 * took is returned by another, which cannot deliver it.
 */
export const mailMoves: Readonly<Record<MailState, readonly MailState[]>> = {
  pending: ['sending', 'sent', 'rejected', 'cancelled', 'suppressed', 'expired'],
  sending: ['pending', 'sent', 'rejected', 'unknown', 'expired'],
  unknown: ['sent', 'rejected'],
  sent: ['rejected'],
  rejected: [],
  cancelled: [],
  suppressed: [],
  expired: [],
};

/** Nobody does anything for such a mail any more; what has been sent may still come back. */
export const isSettled = (state: MailState): boolean => state === 'sent' || mailMoves[state].length === 0;
