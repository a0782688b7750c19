import type { Routes } from '@angular/router';

export const runOrganisationRoutes: Routes = [
  { path: '', title: 'People and roles', loadComponent: async () => (await import('./people/people')).People },
];

export const logRoutes: Routes = [{ path: '', title: 'The log', loadComponent: async () => (await import('./log/log')).Log }];

export const settingsRoutes: Routes = [
  { path: '', title: 'Settings', loadComponent: async () => (await import('./settings/settings')).Settings },
];
