import { type ChildProcess, fork } from 'node:child_process';

/** Runs `work` beside a process of ours that says `ready`, and ends it. */
export async function withProcess<T>(
  file: string,
  env: NodeJS.ProcessEnv,
  work: (child: ChildProcess, startedIn: number) => Promise<T>,
): Promise<T> {
  const begun = performance.now();
  const child = fork(file, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      void ended.then(() => reject(new Error(`${file} ended before it was ready.`)));
    });
    return await work(child, performance.now() - begun);
  } finally {
    if (child.connected) child.disconnect();
    await ended;
  }
}
