import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import { type AddressInfo } from 'node:net';
import { fetchDocument } from './fetch-document';
import type { Network } from '../fetching';
import { isPublicAddress } from '../fetching/public-address';

const PLAN = 'Music development plan';
let server: Server;
let asked: { path: string; headers: IncomingHttpHeaders }[] = [];
const hop = (response: ServerResponse, location: string) =>
  response.writeHead(302, { location, 'set-cookie': 'seen=1' }).end();

beforeAll(async () => {
  server = createServer(({ url = '', headers }, response) => {
    asked.push({ path: url, headers });
    const [, first = '', rest = ''] = /^\/([a-z-]+)\/?(.*)$/.exec(url) ?? [];
    const ways: Record<string, () => void> = {
      plan: () => response.end(PLAN),
      // As many redirects as are written behind it.
      hops: () => hop(response, rest === '1' ? '/plan' : `/hops/${Number(rest) - 1}`),
      below: () => hop(response, 'http://files.birch.example/plan'),
      elsewhere: () => hop(response, 'http://evil.example/plan'),
      port: () => hop(response, 'http://birch.example:8080/plan'),
      file: () => hop(response, 'file:///etc/passwd'),
      inside: () => hop(response, 'http://inside.birch.example/plan'),
      metadata: () => hop(response, 'http://169.254.169.254/latest'),
      nowhere: () => response.writeHead(404).end(),
      lost: () => response.writeHead(302).end(),
      large: () => response.end(Buffer.alloc(2 * 1024 * 1024)),
      endless: () => {
        response.on('close', () => clearInterval(drip));
        const drip = setInterval(() => response.write(Buffer.alloc(256 * 1024)), 1);
      },
      slow: () => response.write('Music'),
      silent: () => undefined,
      packed: () => response.writeHead(200, { 'content-encoding': 'br' }).end('x'),
      broken: () => {
        response.writeHead(200, { 'content-length': '100' }).write('Music');
        response.socket?.destroy();
      },
    };
    ways[first]?.();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
beforeEach(() => void (asked = []));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Every name leads to the server above, but for those that the test says. */
const network = (over: Partial<Network> = {}): Network => ({
  addressesOf: async () => [{ address: '127.0.0.1', family: 4 }],
  mayBeReached: (address) => address === '127.0.0.1',
  portOf: () => (server.address() as AddressInfo).port,
  ...over,
});
const fetched = (path: string, over: Partial<Network> = {}, seconds = 10) =>
  fetchDocument(`http://birch.example/${path}`, 'https://www.birch.example', {
    ...{ network: network(over), seconds, bytes: 1024 * 1024 },
  });

it.each(['plan', 'hops/1', 'hops/3', 'below'])('gets what is at %s', async (path) => {
  expect((await fetched(path)).toString()).toBe(PLAN);
});

it('says who asks, and nothing else: no cookies, no credentials', async () => {
  await fetched('hops/1');
  expect(asked.map(({ path }) => path)).toEqual(['/hops/1', '/plan']);
  for (const { headers } of asked) {
    expect(Object.keys(headers).sort()).toEqual([
      ...['accept', 'accept-encoding', 'connection', 'host', 'user-agent'],
    ]);
    expect(headers['user-agent']).toBe('school-engagement-tracker');
  }
});

it.each([
  ['hops/4', /leads on to another more than 3 times/],
  ['elsewhere', /leads on to “evil.example”, which is not the school’s own website/],
  ['port', /leads on to “birch.example:8080”/],
  ['file', /not the school’s own website/],
  ['metadata', /leads on to “169.254.169.254”/],
  ['nowhere', /leads nowhere: its website answered 404/],
  ['lost', /answered 302/],
  ['large', /larger than 1 MB/],
  ['endless', /larger than 1 MB/],
  ['packed', /sends the document packed/],
  ['broken', /does not answer as it should/],
])('refuses %s', async (path, problem) => {
  await expect(fetched(path)).rejects.toThrow(problem);
  expect(asked.filter((each) => each.path === '/plan')).toEqual([]);
});

it.each(['slow', 'silent'])('gives up what is %s', async (path) => {
  const begun = performance.now();
  await expect(fetched(path, {}, 0.3)).rejects.toThrow(/within 0.3 seconds/);
  expect(performance.now() - begun).toBeLessThan(5_000);
});

it('gives up a name that is not found in time', async () => {
  const addressesOf = () => new Promise<never>(() => undefined);
  await expect(fetched('plan', { addressesOf }, 0.2)).rejects.toThrow(/within 0.2 seconds/);
});

describe('a private network', () => {
  const PRIVATE = /leads into a private network/;

  it('is not asked, with the addresses that are public in truth', async () => {
    await expect(fetched('plan', { mayBeReached: isPublicAddress })).rejects.toThrow(PRIVATE);
    expect(asked).toEqual([]);
  });

  it('is not asked after a redirect', async () => {
    const addressesOf = async (host: string) => [
      { address: host.startsWith('inside') ? '10.0.0.7' : '127.0.0.1', family: 4 },
    ];
    await expect(fetched('inside', { addressesOf })).rejects.toThrow(PRIVATE);
    expect(asked.map(({ path }) => path)).toEqual(['/inside']);
  });

  it('is not asked where one of several addresses is in it', async () => {
    const addressesOf = async () =>
      ['127.0.0.1', '192.168.1.4'].map((address) => ({ address, family: 4 }));
    await expect(fetched('plan', { addressesOf })).rejects.toThrow(PRIVATE);
  });

  it('is not asked by a name that is another when it is looked up again', async () => {
    let times = 0;
    const addressesOf = async () => {
      times += 1;
      return [{ address: times === 1 ? '127.0.0.1' : '10.0.0.7', family: 4 }];
    };
    expect((await fetched('plan', { addressesOf })).toString()).toBe(PLAN);
    expect(times).toBe(1);
  });
});

it.each([
  ['https://oak.example/plan', 'https://www.birch.example'],
  ['http://birch.example:8080/plan', 'birch.example'],
  ['http://127.0.0.1/plan', '127.0.0.1'],
  ['http://birch.example/plan', null],
])('%s is not on the website %s', async (address, website) => {
  const fetching = fetchDocument(address, website, { network: network() });
  await expect(fetching).rejects.toThrow('The address is not on the school’s own website.');
  expect(asked).toEqual([]);
});
