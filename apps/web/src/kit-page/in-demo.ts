import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import type { CanMatchFn } from '@angular/router';
import { path } from '@facet/contract';
import { catchError, map, of } from 'rxjs';

/** Elsewhere than in the demo the server has no such page, and neither have we. */
export const inDemo: CanMatchFn = () =>
  inject(HttpClient)
    .get(path.demo)
    .pipe(
      map(() => true),
      catchError(() => of(false)),
    );
