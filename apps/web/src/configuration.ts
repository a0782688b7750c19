import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, LOCALE_ID, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { backToSignIn, markedAsOurs } from '@facet/web-accounts';
import { takenEarly } from '@facet/web-kit';
import { routes } from './routes';
import { PageTitle } from './shell/page-title';

export const configuration: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([markedAsOurs, backToSignIn, takenEarly])),
    provideRouter(routes, withComponentInputBinding(), withInMemoryScrolling({ scrollPositionRestoration: 'enabled' })),
    { provide: LOCALE_ID, useValue: 'en-GB' },
    { provide: TitleStrategy, useClass: PageTitle },
  ],
};
