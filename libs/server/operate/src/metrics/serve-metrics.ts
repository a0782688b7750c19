import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Configuration } from '@facet/platform';

type Where = NonNullable<Configuration['metrics']>;

/** A port of its own, which no proxy of the example leads to: figures at /metrics, for this machine or for whoever has the token. */
export class MetricsServer {
  private constructor(private readonly server: Server) {}

  static async start({ host, port, token }: Where, figures: () => Promise<string>): Promise<MetricsServer> {
    const server = createServer({ headersTimeout: 5_000, requestTimeout: 5_000, maxHeaderSize: 4_096 }, (request, response) => {
      const refused = refusal(request, token);
      response.setHeader('cache-control', 'no-store');
      if (refused !== null) response.writeHead(refused).end();
      else
        figures().then(
          (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text),
          () => response.writeHead(503).end(), // whoever watches is told by the figures that are missing
        );
    });
    await new Promise<void>((ready, failed) => server.once('error', failed).listen(port, host, ready));
    return new MetricsServer(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

function refusal({ method, url, headers: { authorization = '' } }: IncomingMessage, token: Buffer | null): 401 | 404 | null {
  if (token !== null && !isSame(authorization, `Bearer ${token.toString()}`)) return 401;
  return method === 'GET' && url === '/metrics' ? null : 404;
}

/** Takes as long whatever the difference is. */
const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
