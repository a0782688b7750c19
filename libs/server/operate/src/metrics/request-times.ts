import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Histogram, Registry } from 'prom-client';

/** Each pattern of an address stands in the first area that it fits. */
const areas = [
  ['sign-in', /^\/api\/(sign-|me$)/],
  ['report', /^\/api\/(rounds\/:round\/(report|desk|release)|sample-report)/],
  ['launch', /^\/api\/launch/],
  ['rounds', /^\/api\/(rounds|coaching)/],
  ['organisation', /^\/api\/(organisations|people|mail-room)/],
] as const;
type Area = (typeof areas)[number][0] | 'other';

/**
 * How long leaders, coaches and administrators wait. Of the survey, its files and pages nothing is counted at all, not even together with
 * others: where few use Facet, one more is somebody who answers now.
 */
@Injectable()
export class RequestTimes {
  readonly registry = new Registry();
  private readonly times = new Histogram({
    name: 'facet_http_request_seconds',
    help: 'How long leaders, coaches and administrators wait for an answer. The survey is not counted.',
    labelNames: ['area', 'status'] as const,
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  /** Watches from the first moment: Fastify takes no watcher for routes that are there already. */
  constructor({ httpAdapter }: HttpAdapterHost) {
    httpAdapter.getInstance<FastifyInstance>().addHook('onResponse', (request, reply, next) => {
      const area = areaOf(request.routeOptions.url);
      if (area !== null) this.times.observe({ area, status: `${Math.floor(reply.statusCode / 100)}xx` }, reply.elapsedTime / 1000);
      next();
    });
  }
}

/** Null for the survey, for files and pages, and for what is no route. */
function areaOf(pattern: string | undefined): Area | null {
  if (!pattern?.startsWith('/api/')) return null;
  return areas.find(([, fits]) => fits.test(pattern))?.[0] ?? 'other';
}
