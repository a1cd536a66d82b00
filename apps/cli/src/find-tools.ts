import type * as Tools from '@tracker/tools';

/** The demo hub and the benchmarks; null where only what a hub runs is installed, as in the image. */
export async function findTools(): Promise<typeof Tools | null> {
  try {
    require.resolve('@tracker/tools');
  } catch {
    return null;
  }
  return import('@tracker/tools');
}
