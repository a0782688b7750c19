import { SetMetadata } from '@nestjs/common';

/**
 * Who may call an endpoint; every endpoint declares one, and one without is refused and fails a test.
 * `anyone`: no sign-in. `link`: the bearer of a survey link, which the endpoint checks itself. `signed-in`: any session that owes no step.
 * `half-signed-in`: also one that still owes its second step, which can do nothing but take it.
 * `leader`, `coach`, `administrator`: a session whose address has that role somewhere; whether it is *this* round's leader is
 * the use case's question, answered with "not found".
 */
export type Permission = 'anyone' | 'link' | 'half-signed-in' | 'signed-in' | 'leader' | 'coach' | 'administrator';

export const PERMISSION = 'facet:permission';

export const Permit = (...permissions: [Permission, ...Permission[]]): MethodDecorator => SetMetadata(PERMISSION, permissions);

/** Whoever signed in: one address, which may belong to people of several organisations. */
export interface Principal {
  readonly address: string;
  readonly memberships: readonly Membership[];
}

export interface Membership {
  readonly organisation: string;
  readonly person: string;
  readonly roles: readonly ('leader' | 'coach' | 'administrator')[];
}
