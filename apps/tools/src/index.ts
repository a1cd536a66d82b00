// The demo hub and the benchmarks: what fills, measures and tries a tracker, and no hub needs to run one.
export { registerBenchmark } from './benchmark/benchmark-command';
export * from './demo';
