import type { Routes } from '@angular/router';

export const launchRoundRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'My rounds', loadComponent: async () => (await import('./home/home')).Home },
  { path: 'launch', title: 'Launch a round', loadComponent: async () => (await import('./launch/launch')).Launch },
  { path: 'coaching', title: 'Who coaches whom', loadComponent: async () => (await import('./coaching/coaching')).Coaching },
  {
    path: 'rounds/:round/expectations',
    title: 'What do you expect?',
    loadComponent: async () => (await import('./expectations/expectations')).Expectations,
  },
  { path: 'rounds/:round', title: 'A round', loadComponent: async () => (await import('./round/round')).Round },
];
