import { validate, type SchemaPath } from '@angular/forms/signals';
import { Role } from '@facet/contract';

/** One tick for each role. */
export type Ticks = Record<Role, boolean>;

export const ticksOf = (roles: readonly Role[]): Ticks => ({
  leader: roles.includes('leader'),
  coach: roles.includes('coach'),
  administrator: roles.includes('administrator'),
});

export const ticked = (ticks: Ticks): Role[] => Role.options.filter((role) => ticks[role]);

export const roleTexts: Readonly<Record<Role, { readonly label: string; readonly more: string }>> = {
  leader: { label: 'Leader', more: 'Launches rounds about their own leadership.' },
  coach: { label: 'Coach', more: 'Checks lists of colleagues, and reads reports first.' },
  administrator: { label: 'Administrator', more: 'Looks after people. Sees no answers and no reports.' },
};

/** "Leader and coach" */
export const rolesInWords = (roles: readonly Role[]): string => {
  const [first = '', ...rest] = roles.map((role, at) => (at === 0 ? roleTexts[role].label : roleTexts[role].label.toLowerCase()));
  const last = rest.pop();
  return last === undefined ? first : `${[first, ...rest].join(', ')} and ${last}`;
};

export const needsARole = (roles: SchemaPath<Ticks>): void => {
  validate(roles, ({ value }) => (ticked(value()).length > 0 ? undefined : { kind: 'roles', message: 'Choose at least one role.' }));
};
