import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FieldError, Problem } from '@facet/contract';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { problemForNow } from './problem-for-now';

/** An expected refusal on its way out of a controller: the only thing that a controller throws. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/** The same answer for "there is none" and "it is not yours": nobody learns which. */
export const notFound = (): Refused =>
  new Refused({
    code: 'not_found',
    title: 'There is nothing here for you.',
    status: 404,
    detail: 'Check the address, or sign in as somebody else.',
  });

export const invalid = (errors: FieldError[]): Refused =>
  new Refused({
    code: 'invalid',
    title: 'Some of this needs another look.',
    status: 400,
    detail: 'Nothing has been changed.',
    errors,
  });

/** For what is refused before anybody looks at what it says. */
export const unreadable = (status: 400 | 415, detail: string): Refused =>
  new Refused({ code: 'unreadable', title: 'That could not be read.', status, detail });

export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));

/**
 * Turns every refusal and every bug into problem+json. A bug is logged with its stack and told as "our fault" with nothing in it; a
 * database that is busy, away or full is no bug: whoever asked is told when to ask again.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const forNow = problemForNow(error);
    if (forNow !== null) {
      this.log.error({ err: error }, forNow.problem.title);
      reply.header('retry-after', String(forNow.retryAfter));
    }
    void sendProblem(reply, forNow?.problem ?? this.toProblem(error));
  }

  private toProblem(error: unknown): Problem {
    if (error instanceof Refused) return error.problem;
    const status = statusOfRefusal(error);
    if (status === 404) return notFound().problem;
    if (status !== undefined) return { code: `http_${status}`, title: titles[status] ?? 'That was refused.', status };
    this.log.error({ err: error }, 'a bug');
    return {
      code: 'our_fault',
      title: 'Something went wrong on our side.',
      status: 500,
      detail: 'What you typed is still in front of you. Please try again in a moment.',
    };
  }
}

/** Nest and Fastify have refusals of their own (no such route, too large, wrong media type), all below 500. */
function statusOfRefusal(error: unknown): number | undefined {
  const status = error instanceof HttpException ? error.getStatus() : error instanceof Error && 'statusCode' in error && error.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

const titles: Readonly<Record<number, string>> = {
  400: 'That could not be read.',
  401: 'Please sign in.',
  403: 'That is not allowed from here.',
  405: 'That is not possible here.',
  413: 'That is too large.',
  415: 'Only JSON is understood here.',
  429: 'Too many tries. Please wait a minute.',
};
