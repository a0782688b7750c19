import { bootstrapApplication } from '@angular/platform-browser';
import { GiveFeedback, LINK, type Link, takeLink, WAITING } from '@facet/web-give-feedback';

// The page itself has taken the code already (early.ts); a page that serves developers has not.
const link = (globalThis as { facetLink?: Link }).facetLink ?? takeLink();

const waiting = document.querySelector('.waiting')?.textContent ?? '';

void bootstrapApplication(GiveFeedback, {
  providers: [
    { provide: LINK, useValue: link },
    { provide: WAITING, useValue: waiting },
  ],
});
