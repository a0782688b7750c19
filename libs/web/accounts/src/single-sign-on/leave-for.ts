import { DOCUMENT, inject, InjectionToken } from '@angular/core';

/** Takes the browser to another site's page. */
export const LEAVE_FOR = new InjectionToken<(address: string) => void>('leave for', {
  providedIn: 'root',
  factory: () => {
    const document = inject(DOCUMENT);
    return (address) => document.location.assign(address);
  },
});
