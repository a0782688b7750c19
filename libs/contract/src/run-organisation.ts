import * as z from 'zod';
import { Role } from './accounts';

const Name = z
  .string()
  .trim()
  .min(1, 'Write the name.')
  .max(120, 'This name is longer than 120 characters. Shorten it.')
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'There is an invisible control character in this name. Type it again.');
const Roles = z
  .array(Role)
  .min(1, 'Choose at least one role.')
  .transform((roles) => Role.options.filter((role) => roles.includes(role)));

/** The organisations of which somebody is an administrator. */
export const OrganisationsView = z.array(z.object({ id: z.uuid(), name: z.string() }));
export type OrganisationsView = z.infer<typeof OrganisationsView>;

/** The people with a role in an organisation, for its administrators. Whom leaders have asked, and who has answered, is not here. */
export const PeopleView = z.object({
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  /** Where these people sign in. */
  signIn: z.string(),
  people: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      roles: z.array(Role),
      /** They may not sign in at present; roles are those that they would have again. */
      disabled: z.boolean(),
      /** They have an authenticator for the second step of signing in. */
      secondFactor: z.boolean(),
      /** Whoever is looking. */
      you: z.boolean(),
    }),
  ),
});
export type PeopleView = z.infer<typeof PeopleView>;
export type StaffView = PeopleView['people'][number];

export const AddPerson = z.strictObject({ name: Name, email: z.string().max(254), roles: Roles });
export type AddPerson = z.infer<typeof AddPerson>;

export const ChangePerson = AddPerson.omit({ email: true });
export type ChangePerson = z.infer<typeof ChangePerson>;

export const PersonAccess = z.strictObject({ allowed: z.boolean() });
export type PersonAccess = z.infer<typeof PersonAccess>;

export const ImportPeople = z.strictObject({
  /** CSV whose first line names the columns: name, email, roles. */
  list: z.string().max(500_000, 'The list is too long to be read: at most 500,000 characters.'),
  /** Says what would happen, and changes nothing. */
  dryRun: z.boolean(),
  /** Takes the lines that are right although others are wrong; otherwise one wrong line keeps all of them out. */
  despiteErrors: z.boolean(),
});
export type ImportPeople = z.infer<typeof ImportPeople>;

export const PeopleImported = z.object({
  lines: z.array(
    z.object({ line: z.int(), name: z.string(), email: z.string(), roles: z.array(Role), does: z.enum(['add', 'change', 'nothing']) }),
  ),
  errors: z.array(z.object({ line: z.int(), message: z.string() })),
  /** False for a dry run, and where a wrong line kept everything out. */
  written: z.boolean(),
});
export type PeopleImported = z.infer<typeof PeopleImported>;
