import { setTimeout as sleep } from 'node:timers/promises';
import { HOSTILE_FILES } from './hostile-files';
import { memoryOf } from './memory-of';
import { type HubServers, withOwnHub } from './own-hub';
import { People, type Person } from './people';

const DATABASE = 'tracker_benchmark_uploads';
const ASK_EVERY_MS = 25;

/**
 * Sends each hostile or large file to the preview of an API of its own, and prints how long the
 * answer took, what the API's memory grew by, and how long others waited for theirs meanwhile.
 */
export async function benchmarkUploads(servers: HubServers): Promise<void> {
  await withOwnHub(DATABASE, servers, async ({ origin, dataSource, pid }) => {
    const people = new People(dataSource);
    const waited = await others(origin, await people.of('head'), () => sleep(3_000));
    console.log(`At rest: 95% of other requests within ${p95(waited)} ms.`);
    for (const [what, content] of HOSTILE_FILES) {
      const file = content();
      const [sender] = await people.several('head', 1);
      const [other] = await people.several('head', 1);
      if (!sender || !other) return;
      const rest = memoryOf(pid);
      let most = rest;
      const watch = setInterval(() => (most = Math.max(most, memoryOf(pid))), 20);
      let said = '';
      let ms = 0;
      const meanwhile = await others(origin, other, async () => {
        const begun = performance.now();
        said = await preview(origin, sender, file);
        ms = performance.now() - begun;
      });
      clearInterval(watch);
      console.log(
        `${what} (${(file.length / 1_048_576).toFixed(2)} MB): ${(ms / 1000).toFixed(2)} s, API at most ` +
          `${(most - rest).toFixed(0)} MB more, 95% of ${meanwhile.length} other requests within ` +
          `${p95(meanwhile)} ms. ${said}`,
      );
    }
  });
}

async function preview(origin: string, { cookie }: Person, file: Buffer): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(file)]), 'visits.xlsx');
  const headers = { cookie };
  const answer = await fetch(`${origin}/api/imports/columns`, { method: 'POST', headers, body });
  const told = (await answer.json()) as { detail?: string };
  return `${answer.status} ${told.detail ?? ''}`.trim();
}

/** Asks for lists as long as `work` lasts. @returns how long each answer took, in ms */
async function others(
  origin: string,
  { cookie }: Person,
  work: () => Promise<void>,
): Promise<number[]> {
  const waited: number[] = [];
  let over = false;
  const asking = (async () => {
    while (!over) {
      const begun = performance.now();
      const answer = await fetch(`${origin}/api/schools`, { headers: { cookie } });
      await answer.arrayBuffer();
      if (answer.ok) waited.push(performance.now() - begun);
      await sleep(ASK_EVERY_MS);
    }
  })();
  try {
    await work();
  } finally {
    over = true;
    await asking;
  }
  return waited;
}

function p95(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN).toFixed(0);
}
