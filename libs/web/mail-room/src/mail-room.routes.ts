import type { Routes } from '@angular/router';

export const mailRoomRoutes: Routes = [
  { path: '', title: 'Mail', loadComponent: async () => (await import('./room/mail-room')).MailRoom },
  { path: ':letter', title: 'A letter', loadComponent: async () => (await import('./letter/letter')).Letter },
];
