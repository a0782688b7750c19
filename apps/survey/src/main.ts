import { ErrorHandler, RendererFactory2, ɵINJECTOR_SCOPE, ɵinternalCreateApplication } from '@angular/core';
import { GiveFeedback, LINK, type Link, takeLink, WAITING } from '@facet/web-give-feedback';
import { plainRenderer } from './plain-renderer';

// The page itself has taken the code already (early.ts); a page that serves developers has not.
const link = (globalThis as { facetLink?: Link }).facetLink ?? takeLink();

const waiting = document.querySelector('.waiting')?.textContent ?? '';

// What `bootstrapApplication` does, without the parts of @angular/platform-browser that these pages have no use for.
void ɵinternalCreateApplication({
  rootComponent: GiveFeedback,
  appProviders: [
    { provide: ɵINJECTOR_SCOPE, useValue: 'root' },
    { provide: ErrorHandler, useFactory: () => new ErrorHandler() },
    { provide: RendererFactory2, useValue: plainRenderer },
    { provide: LINK, useValue: link },
    { provide: WAITING, useValue: waiting },
  ],
});
