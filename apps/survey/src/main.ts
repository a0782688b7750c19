import { bootstrapApplication } from '@angular/platform-browser';
import { GiveFeedback, LINK, takeLink, WAITING } from '@facet/web-give-feedback';

// First of all: until this has run, the address bar holds the code.
const link = takeLink();

const waiting = document.querySelector('.waiting')?.textContent ?? '';

void bootstrapApplication(GiveFeedback, {
  providers: [
    { provide: LINK, useValue: link },
    { provide: WAITING, useValue: waiting },
  ],
});
