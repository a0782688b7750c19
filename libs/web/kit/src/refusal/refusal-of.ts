import { HttpErrorResponse } from '@angular/common/http';
import { Problem } from '@facet/contract';

const unreachable: Problem = {
  code: 'unreachable',
  title: 'We cannot reach the server',
  status: 0,
  detail: 'Nothing is lost: what you typed is still here. Check the connection and try again.',
};

const unexpected = (status: number): Problem => ({
  code: 'unexpected',
  title: 'Something went wrong on our side',
  status,
  detail: 'What you typed is still here. Try again in a minute; if it happens again, tell whoever runs Facet for you.',
});

/** What a failed request means for the person in front of the page: the server's own words where it gave any. */
export const refusalOf = (error: unknown): Problem => {
  if (!(error instanceof HttpErrorResponse)) throw error;
  if (error.status === 0) return unreachable;
  const read = Problem.safeParse(error.error);
  return read.success ? read.data : unexpected(error.status);
};
