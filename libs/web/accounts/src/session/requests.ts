import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { path } from '@facet/contract';
import { catchError, throwError } from 'rxjs';
import { Session } from './session';
import { isStepOwed } from './step-owed';

/** A header that no form of another site can send: the server refuses writes without it. */
export const markedAsOurs: HttpInterceptorFn = (request, next) => next(request.clone({ setHeaders: { 'X-Facet': '1' } }));

const answersForItself: readonly string[] = [path.me, path.signIn, path.signInCode, path.signOut];

/** The session has ended since the page was opened, or owes its second step by now: sign in, or take it, and come back. */
export const backToSignIn: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  const router = inject(Router);
  return next(request).pipe(
    catchError((error: unknown) => {
      if (error instanceof HttpErrorResponse && error.status === 401 && !answersForItself.includes(request.url)) {
        session.forget();
        void router.navigate([isStepOwed(error) ? '/second-step' : '/sign-in'], { queryParams: { next: router.url } });
      }
      return throwError(() => error);
    }),
  );
};
