import type { Routes } from '@angular/router';

/** Below `rounds/:round/report`, for the round's coach and, once released, its leader. */
export const readReportRoutes: Routes = [
  { path: '', title: 'Report', loadComponent: async () => (await import('./report/report')).Report },
];
