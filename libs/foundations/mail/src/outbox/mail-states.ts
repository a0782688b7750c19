export type MailState = 'pending' | 'sending' | 'sent' | 'rejected' | 'cancelled' | 'suppressed' | 'unknown' | 'expired';

/**
 * Which state may follow which; the database refuses every other move. Two of them are answers that come late: a worker whose lease
 * has ended hears from the server after all, and its mail is pending again, or was given up as unknown.
 */
export const mailMoves: Readonly<Record<MailState, readonly MailState[]>> = {
  pending: ['sending', 'sent', 'rejected', 'cancelled', 'suppressed', 'expired'],
  sending: ['pending', 'sent', 'rejected', 'unknown', 'expired'],
  unknown: ['sent', 'rejected'],
  sent: [],
  rejected: [],
  cancelled: [],
  suppressed: [],
  expired: [],
};

/** Nothing happens to such a mail any more. */
export const isSettled = (state: MailState): boolean => mailMoves[state].length === 0;
