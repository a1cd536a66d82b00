import * as tools from './tools';

/** The demo hub and the benchmarks, for whoever asks for them. */
export const findTools = async (): Promise<typeof tools> => tools;
