import type { Routes } from '@angular/router';
import { accountsRoutes, person, signedIn } from '@facet/web-accounts';
import { inDemo } from './kit-page/in-demo';

export const routes: Routes = [
  ...accountsRoutes,
  {
    path: 'kit',
    title: 'The pieces',
    canMatch: [inDemo],
    loadComponent: async () => (await import('./kit-page/kit-page')).KitPage,
  },
  {
    path: '',
    canActivate: [signedIn],
    resolve: { me: person },
    children: [
      {
        path: 'rounds/:round/report',
        loadChildren: async () => (await import('@facet/web-read-report')).readReportRoutes,
      },
      { path: 'sample-report', loadChildren: async () => (await import('@facet/web-read-report')).sampleReportRoutes },
      { path: 'mail', loadChildren: async () => (await import('@facet/web-mail-room')).mailRoomRoutes },
      { path: 'settings', loadChildren: async () => (await import('@facet/web-run-organisation')).settingsRoutes },
      { path: 'log', loadChildren: async () => (await import('@facet/web-run-organisation')).logRoutes },
      { path: 'people', loadChildren: async () => (await import('@facet/web-run-organisation')).runOrganisationRoutes },
      { path: '', loadChildren: async () => (await import('@facet/web-launch-round')).launchRoundRoutes },
    ],
  },
  { path: '**', title: 'Not found', loadComponent: async () => (await import('./not-found/not-found')).NotFound },
];
