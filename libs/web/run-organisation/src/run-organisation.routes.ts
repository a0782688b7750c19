import type { Routes } from '@angular/router';

export const runOrganisationRoutes: Routes = [
  { path: '', title: 'People and roles', loadComponent: async () => (await import('./people/people')).People },
];
