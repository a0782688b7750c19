import type { Routes } from '@angular/router';
import { firstSignInAddress } from './first-sign-in/token-in-address';
import { signInAddress } from './sign-in/code-in-address';

export const accountsRoutes: Routes = [
  { matcher: signInAddress, title: 'Sign in', loadComponent: async () => (await import('./sign-in/sign-in')).SignIn },
  {
    matcher: firstSignInAddress,
    title: 'Welcome',
    loadComponent: async () => (await import('./first-sign-in/first-sign-in')).FirstSignIn,
  },
  { path: 'unreachable', title: 'Not reached', loadComponent: async () => (await import('./session/unreachable')).Unreachable },
];
