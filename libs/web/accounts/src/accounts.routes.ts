import type { Routes } from '@angular/router';
import { firstSignInAddress } from './first-sign-in/token-in-address';
import { signedIn } from './session/guards';
import { person } from './session/person';
import { signInAddress } from './sign-in/code-in-address';

export const accountsRoutes: Routes = [
  { matcher: signInAddress, title: 'Sign in', loadComponent: async () => (await import('./sign-in/sign-in')).SignIn },
  {
    path: 'sign-in/return',
    title: 'Signing you in',
    loadComponent: async () => (await import('./single-sign-on/sign-on-return')).SignOnReturn,
  },
  {
    matcher: firstSignInAddress,
    title: 'Welcome',
    loadComponent: async () => (await import('./first-sign-in/first-sign-in')).FirstSignIn,
  },
  {
    path: 'second-step',
    title: 'One more step',
    loadComponent: async () => (await import('./second-factor/second-step')).SecondStep,
  },
  {
    path: 'account',
    title: 'Your account',
    canActivate: [signedIn],
    resolve: { me: person },
    loadComponent: async () => (await import('./account/account')).Account,
  },
  { path: 'unreachable', title: 'Not reached', loadComponent: async () => (await import('./session/unreachable')).Unreachable },
];
