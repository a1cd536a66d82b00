import * as tools from './tools';

/** The demo hub and the benchmarks; null where only what a hub runs is installed. */
export const findTools = async (): Promise<typeof tools | null> => tools;
