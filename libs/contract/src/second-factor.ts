import * as z from 'zod';

/** Six digits of the authenticator, or one of the recovery codes; spaces and dashes as people type them. */
export const SecondFactorCode = z.strictObject({ code: z.string().max(64) });
export type SecondFactorCode = z.infer<typeof SecondFactorCode>;

/** Whoever has an authenticator already proves it by a code before another takes its place; the others send null. */
export const NewAuthenticator = z.strictObject({ code: z.string().max(64).nullable() });
export type NewAuthenticator = z.infer<typeof NewAuthenticator>;

export const SecondFactorView = z.object({
  /** What this session still owes before it opens anything: a code of the authenticator, or setting one up. Null: nothing. */
  owes: z.enum(['enter', 'enrol']).nullable(),
  /** This person's role asks for it, so that it cannot be taken off. */
  demanded: z.boolean(),
  /** Null where there is none, and for whoever has not proved yet that it is theirs. */
  own: z.object({ since: z.iso.datetime(), recoveryCodesLeft: z.int() }).nullable(),
});
export type SecondFactorView = z.infer<typeof SecondFactorView>;

/** Shown once, until it is confirmed by a code that follows from it. */
export const AuthenticatorSecret = z.object({
  /** 32 letters and digits (RFC 4648, base 32). */
  secret: z.string(),
  /** What the QR code says: "otpauth://totp/…". */
  uri: z.string(),
});
export type AuthenticatorSecret = z.infer<typeof AuthenticatorSecret>;

/** Shown once, each good once. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** Where somebody is signed in; this browser first. */
export const OwnSessionsView = z.array(
  z.object({
    id: z.uuid(),
    /** "Firefox on Windows" */
    browser: z.string(),
    beganAt: z.iso.datetime(),
    seenAt: z.iso.datetime(),
    here: z.boolean(),
  }),
);
export type OwnSessionsView = z.infer<typeof OwnSessionsView>;
