import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { Session } from './session';

/** Lets in whoever is signed in; sends everyone else to sign in, or to its second step, and back here. */
export const signedIn: CanActivateFn = async (_route, { url }) => {
  const router = inject(Router);
  const session = inject(Session);
  try {
    if ((await session.whoIsThere()) !== null) return true;
    const page = session.owesStep() ? '/second-step' : '/sign-in';
    if (session.owesStep()) session.forget(); // the step may be taken in another tab
    return router.createUrlTree([page], { queryParams: url === '/' ? {} : { next: url } });
  } catch {
    return new RedirectCommand(router.parseUrl('/unreachable'), { skipLocationChange: true });
  }
};
