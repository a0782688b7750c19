import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration, isLoopback, notFound } from '@facet/platform';
import type { FastifyRequest } from 'fastify';

/**
 * The mailbox holds every sign-in code: it exists in demo mode only, and only for this machine. The name in the address must be
 * this machine's too, or a page elsewhere could have its own name point here and read along (DNS rebinding).
 */
@Injectable()
export class MailboxGuard implements CanActivate {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  canActivate(context: ExecutionContext): true {
    const { socket, hostname } = context.switchToHttp().getRequest<FastifyRequest>();
    const peer = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
    const host = hostname.replace(/:\d+$/, '');
    if (this.configuration.demo && isLoopback(peer) && (isLoopback(host) || host === this.configuration.publicUrl.hostname)) return true;
    throw notFound();
  }
}
