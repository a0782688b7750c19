import * as z from 'zod';

/** A page of ours: begins with one slash, so that nobody is led elsewhere (`//host`, `/\host`), and holds no sign that a browser skips. */
const ownPage = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[\x21-\x7e]*$/, 'This should be a page of Facet’s own.');

/** What stands on the button, "Sign in with …"; null where the installation has no provider of identities. */
export const SignOnOffer = z.object({ label: z.string().nullable() });
export type SignOnOffer = z.infer<typeof SignOnOffer>;

/** `next`: where to go on when it is done. */
export const SignOnRequest = z.strictObject({ next: ownPage });
export type SignOnRequest = z.infer<typeof SignOnRequest>;

/** The provider's page, to which the browser goes. */
export const SignOnAddress = z.object({ address: z.url() });
export type SignOnAddress = z.infer<typeof SignOnAddress>;

/** What stood in the address when the browser came back (RFC 6749, 4.1.2; RFC 9207). It counts only with the cookie of its browser. */
export const SignOnAnswer = z.strictObject({
  state: z.string().max(200),
  code: z.string().max(8_000).optional(),
  iss: z.string().max(500).optional(),
  error: z.string().max(200).optional(),
});
export type SignOnAnswer = z.infer<typeof SignOnAnswer>;

export const SignOnDone = z.object({ next: ownPage });
export type SignOnDone = z.infer<typeof SignOnDone>;

/** `since`: when the person connected their account; null: they have not. */
export const ConnectedAccountView = z.object({ label: z.string().nullable(), since: z.iso.datetime().nullable() });
export type ConnectedAccountView = z.infer<typeof ConnectedAccountView>;
