import type { Routes } from '@angular/router';

/** Below `rounds/:round/report`, for the round's coach and, once released, its leader. */
export const readReportRoutes: Routes = [
  { path: '', title: 'Report', loadComponent: async () => (await import('./report/report')).Report },
  { path: 'desk', title: 'Beside the report', loadComponent: async () => (await import('./desk/desk')).Desk },
  { path: 'views', title: 'Who has looked', loadComponent: async () => (await import('./views/who-looked')).WhoLooked },
];

/** A report about nobody, for anybody who is signed in. */
export const sampleReportRoutes: Routes = [
  { path: '', title: 'A sample report', loadComponent: async () => (await import('./sample/sample-report')).SampleReport },
];
