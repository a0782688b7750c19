import * as z from 'zod';

export const SignInRequest = z.strictObject({ email: z.string().trim().min(3).max(254) });
export type SignInRequest = z.infer<typeof SignInRequest>;

/** The six digits of the mail; they count only in the browser that asked for them. */
export const SignInCode = z.strictObject({ code: z.string().regex(/^\d{6}$/, 'The code has six digits.') });
export type SignInCode = z.infer<typeof SignInCode>;

/** The end of the link that `facet init` prints, behind the "#" of /first-sign-in: it counts once, for a day. */
export const OneTimeLink = z.strictObject({ token: z.string().max(64) });
export type OneTimeLink = z.infer<typeof OneTimeLink>;

export const Role = z.enum(['leader', 'coach', 'administrator']);
export type Role = z.infer<typeof Role>;

export const Me = z.object({
  email: z.string(),
  memberships: z.array(z.object({ organisation: z.string(), name: z.string(), roles: z.array(Role) })),
  /** Demo mode: mail is shown at /mailbox instead of being sent anywhere. */
  demo: z.boolean(),
});
export type Me = z.infer<typeof Me>;

/** Demo mode only: the people of the demo school, so that nobody has to guess whom to sign in as. */
export const DemoView = z.object({
  mailbox: z.string(),
  people: z.array(z.object({ name: z.string(), email: z.string(), role: z.string() })),
});
export type DemoView = z.infer<typeof DemoView>;
