import { type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { catchError, from } from 'rxjs';

/** What the page itself has asked for (early.ts), by its address. */
export type Begun = Map<string, Promise<Response>>;

/**
 * The first request for something that the page has asked for already takes that answer. One that was refused or lost is asked for anew,
 * so that a refusal is met as at any other time; and after a write none is taken, for the world may have changed.
 */
export const takenEarly: HttpInterceptorFn = (request, next) => {
  const { facetBegun: begun } = globalThis as { facetBegun?: Begun };
  const answer = request.method === 'GET' ? begun?.get(request.url) : undefined;
  if (request.method === 'GET') begun?.delete(request.url);
  else begun?.clear();
  return answer ? from(read(answer)).pipe(catchError(() => next(request))) : next(request);
};

const read = async (answer: Promise<Response>): Promise<HttpResponse<unknown>> => {
  const response = await answer;
  if (!response.ok) throw new Error(`answered ${response.status}`);
  return new HttpResponse<unknown>({ body: await response.json(), status: response.status, url: response.url });
};
