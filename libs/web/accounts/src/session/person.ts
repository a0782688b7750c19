import { inject } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import type { Me } from '@facet/contract';
import { Session } from './session';

/** Who is signed in, for pages behind the guard: bound to their `me`. */
export const person: ResolveFn<Me | null> = () => inject(Session).whoIsThere();
