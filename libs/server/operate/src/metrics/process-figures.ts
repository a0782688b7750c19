import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge, type Registry } from 'prom-client';

const MEMORY_STEP = 32 * 1024 * 1024;
const STALL_STEP = 0.1;

/**
 * What one process needs, in steps so coarse that no single request shows in them; its processor time, in which every request shows, is
 * not told. `stop` ends the watch.
 */
export class ProcessFigures {
  private readonly stalls = monitorEventLoopDelay();

  constructor(registry: Registry) {
    this.stalls.enable();
    const { stalls } = this;
    new Gauge({
      name: 'facet_process_memory_bytes',
      help: 'Memory that this process holds, in steps of 32 MiB.',
      registers: [registry],
      collect() {
        this.set(Math.ceil(process.memoryUsage.rss() / MEMORY_STEP) * MEMORY_STEP);
      },
    });
    new Gauge({
      name: 'facet_process_stall_seconds',
      help: 'The longest time since it was last asked in which this process answered nobody, in tenths.',
      registers: [registry],
      collect() {
        this.set(Math.floor(stalls.max / 1e9 / STALL_STEP) * STALL_STEP);
        stalls.reset();
      },
    });
  }

  stop(): void {
    this.stalls.disable();
  }
}
