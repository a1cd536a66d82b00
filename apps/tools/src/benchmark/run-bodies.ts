import { type HubServers, withOwnHub } from './own-hub';
import { People } from './people';

const DATABASE = 'tracker_benchmark_bodies';
const ROUNDS = 5;

const fields = (count: number, value = '1') =>
  Array.from({ length: count }, (_, i) => `"field${i}":${value}`).join(',');

const BODIES: [what: string, path: string, body: () => string][] = [
  ['660 kB of unknown fields to sign-in', '/api/auth/sign-in', () => `{${fields(40_000)}}`],
  ['16 kB of unknown fields to sign-in', '/api/auth/sign-in', () => `{${fields(1_000)}}`],
  ['199 unknown fields to sign-in', '/api/auth/sign-in', () => `{${fields(199)}}`],
  ['1 MB of unknown fields', '/api/regions', () => `{${fields(60_000)}}`],
  ['199 unknown fields', '/api/regions', () => `{${fields(199, '[{}]')}}`],
  ['a list of 400,000', '/api/regions', () => `{"districts":[${'1,'.repeat(400_000)}1]}`],
  [
    'lists 400,000 deep',
    '/api/regions',
    () => `{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}`,
  ],
  ['a name of 900 kB', '/api/regions', () => `{"${'n'.repeat(900_000)}":1}`],
  ['a text of 1 MB', '/api/regions', () => `{"name":"${'n'.repeat(1_000_000)}"}`],
  [
    '19,500 unknown fields in 130 questions',
    '/api/surveys',
    () =>
      `{"name":"A","questions":[${Array(130)
        .fill(`{${fields(149)}}`)
        .join(',')}]}`,
  ],
];

/** Sends bodies made to take long to an API of its own, and prints how long each answer took. */
export async function benchmarkBodies(servers: HubServers): Promise<void> {
  await withOwnHub(DATABASE, servers, async ({ origin, dataSource }) => {
    const { cookie } = await new People(dataSource).of('head');
    const send = async (path: string, body: string) => {
      const begun = performance.now();
      const headers = { cookie, 'content-type': 'application/json' };
      const answer = await fetch(origin + path, { method: 'POST', headers, body });
      const { length } = await answer.text();
      return { ms: performance.now() - begun, status: answer.status, length };
    };
    await send('/api/regions', '{}');
    for (const [what, path, body] of BODIES) {
      const text = body();
      const answers: Awaited<ReturnType<typeof send>>[] = [];
      for (let round = 0; round < ROUNDS; round += 1) answers.push(await send(path, text));
      const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
      const [first] = answers;
      console.log(
        `${what}: ${first?.status} in ${times[Math.floor(ROUNDS / 2)]?.toFixed(0)} ms (median of ` +
          `${ROUNDS}; the slowest ${times.at(-1)?.toFixed(0)} ms), ${first?.length} bytes of answer`,
      );
    }
  });
}
