import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { Session } from './session';

/** Lets in whoever is signed in; sends everyone else to sign in and back here. */
export const signedIn: CanActivateFn = async (_route, { url }) => {
  const router = inject(Router);
  try {
    const me = await inject(Session).whoIsThere();
    return me !== null || router.createUrlTree(['/sign-in'], { queryParams: url === '/' ? {} : { next: url } });
  } catch {
    return new RedirectCommand(router.parseUrl('/unreachable'), { skipLocationChange: true });
  }
};
