import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InjectQueue } from '@nestjs/bull';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { OperatorError, type ServerEnv } from '@tracker/process';
import type { Queue } from 'bull';
import type { DataSource } from 'typeorm';
import { ENV } from '../nest/clock';
import { TRACKER_QUEUE } from '../queues';
import { Metrics } from './metrics';
import { OutsideFigures } from './outside-figures';

/**
 * Figures for Prometheus at `/metrics` of a port of their own, so that no mistake in the proxy or in
 * the table of permissions can publish them. Without TRACKER_METRICS_PORT there is no such port.
 */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private server: Server | undefined;
  private looking: Promise<void> | undefined;
  private readonly outside: OutsideFigures;

  constructor(
    @Inject(ENV) private readonly env: ServerEnv,
    private readonly metrics: Metrics,
    @InjectDataSource() dataSource: DataSource,
    @InjectQueue(TRACKER_QUEUE) queue: Queue,
  ) {
    this.outside = new OutsideFigures(metrics.registry, dataSource, queue);
  }

  /** @throws OperatorError when the port is taken */
  async onApplicationBootstrap(): Promise<void> {
    const { metricsPort, metricsHost } = this.env;
    if (metricsPort === undefined) return;
    this.metrics.watchProcess();
    const server = createServer(({ method, url }, response) => {
      if (method !== 'GET' || url !== '/metrics') response.writeHead(404).end();
      else void this.answer(response);
    });
    server.listen(metricsPort, metricsHost);
    try {
      await once(server, 'listening');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new OperatorError(
        `TRACKER_METRICS_PORT is ${metricsPort}, and ${metricsHost} does not give it (${code}).`,
      );
    }
    this.server = server;
  }

  /** Absent where there is none. */
  get port(): number | undefined {
    return (this.server?.address() as AddressInfo | null | undefined)?.port;
  }

  beforeApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer(response: ServerResponse): Promise<void> {
    // Asked for twice at once, they are looked up once.
    this.looking ??= this.outside.look().finally(() => (this.looking = undefined));
    try {
      await this.looking;
      const { registry } = this.metrics;
      const figures = await registry.metrics();
      response.writeHead(200, { 'Content-Type': registry.contentType }).end(figures);
    } catch {
      response.writeHead(500).end();
    }
  }
}
