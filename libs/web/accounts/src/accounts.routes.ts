import type { Routes } from '@angular/router';
import { signInAddress } from './sign-in/code-in-address';

export const accountsRoutes: Routes = [
  { matcher: signInAddress, title: 'Sign in', loadComponent: async () => (await import('./sign-in/sign-in')).SignIn },
  { path: 'unreachable', title: 'Not reached', loadComponent: async () => (await import('./session/unreachable')).Unreachable },
];
