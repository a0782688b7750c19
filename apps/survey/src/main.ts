import { bootstrapApplication } from '@angular/platform-browser';
import { GiveFeedback, LINK, takeLink } from '@facet/web-give-feedback';

// First of all: until this has run, the address bar holds the code.
const link = takeLink();

void bootstrapApplication(GiveFeedback, { providers: [{ provide: LINK, useValue: link }] });
