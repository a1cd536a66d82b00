import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { isDay, londonToday, type Day } from '@tracker/domain';
import { ConfigurationError } from './configuration-error';
import { defaultDataDir } from './places';
import { type MailEnv, readMailFrom, readPublicUrl } from './mail-env';
import { readTrustedProxies } from './trusted-proxies';

export { ConfigurationError };

/** The environment, read once. Every field is checked; nothing else reads `process.env`. */
export interface Env extends MailEnv {
  nodeEnv: 'development' | 'test' | 'production';
  /** TCP port of the API, 1 to 65535. */
  port: number;
  /** Address or name the API listens on. */
  host: string;
  /** `postgres://...`; absent: the start command brings an embedded server. */
  databaseUrl?: string;
  /** The same database for the role that owns its tables; absent: that of `databaseUrl` does. */
  databaseOwnerUrl?: string;
  /** `redis://...`; absent: the start command brings an embedded server. */
  redisUrl?: string;
  /** Absolute folder of the embedded servers' data and of uploaded files. */
  dataDir: string;
  /** Fill an empty database with the demo hub. Never true in production. */
  demo: boolean;
  /** A day that takes today's place. Never set in production. */
  today?: Day;
  /** Milliseconds beyond which a statement is put into the log; 0: none is. */
  slowQueryMs: number;
  /** Whether statements are prepared; not where a pooler gives each transaction another connection. */
  preparedStatements: boolean;
  /** Whether each request to the API has a line in the log. */
  logRequests: boolean;
  /** Addresses and networks whose `X-Forwarded-For` is believed; absent: nobody's is. */
  trustProxy?: readonly string[];
  /** TCP port of the figures for monitoring; absent: there are none. */
  metricsPort?: number;
  /** Address or name on which they are; never the public one by itself. */
  metricsHost: string;
  /** How a line of the log is written. */
  logFormat: 'text' | 'json';
  /** Milliseconds between "do not send me more" and the end, in which the API still serves. */
  stopGraceMs: number;
}

/** What the API and the worker need: both servers' addresses are given. */
export type ServerEnv = Env & { databaseUrl: string; redisUrl: string };

type Source = Readonly<Record<string, string | undefined>>;

const trackerVariables = [
  'TRACKER_DATA_DIR',
  'TRACKER_DEMO',
  'TRACKER_LOG_FORMAT',
  'TRACKER_LOG_REQUESTS',
  'TRACKER_METRICS_HOST',
  'TRACKER_METRICS_PORT',
  'TRACKER_PREPARED_STATEMENTS',
  'TRACKER_SLOW_QUERY_MS',
  'TRACKER_STOP_GRACE_MS',
  'TRACKER_TODAY',
  'TRACKER_TRUST_PROXY',
];

/**
 * Reads and checks the environment. An empty value counts as absent, because compose files and
 * shells pass empty ones on.
 *
 * @throws ConfigurationError naming the first variable that is wrong.
 */
export function readEnv(source: Source = process.env): Env {
  refuseUnknown(source);
  refuseOwnerAlone(source);
  const nodeEnv = readNodeEnv(source);
  const smtpUrl = readUrl(source, 'SMTP_URL', ['smtp:', 'smtps:']);
  return {
    nodeEnv,
    port: readPort(source, 'PORT', '3000'),
    host: readHost(source, 'HOST'),
    databaseUrl: readUrl(source, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    databaseOwnerUrl: readUrl(source, 'DATABASE_OWNER_URL', ['postgres:', 'postgresql:']),
    redisUrl: readUrl(source, 'REDIS_URL', ['redis:', 'rediss:']),
    dataDir: resolve(value(source, 'TRACKER_DATA_DIR') ?? defaultDataDir),
    demo: readDemo(source, nodeEnv),
    today: readToday(source, nodeEnv),
    slowQueryMs: readSlowQuery(source),
    preparedStatements: readPreparedStatements(source),
    logRequests:
      readSwitch(source, 'TRACKER_LOG_REQUESTS', 'a line in the log for each request') ??
      nodeEnv === 'production',
    trustProxy: readTrustedProxies(value(source, 'TRACKER_TRUST_PROXY')),
    ...readMetrics(source),
    logFormat: readLogFormat(source),
    stopGraceMs: readStopGrace(source),
    smtpUrl,
    mailFrom: readMailFrom(value(source, 'MAIL_FROM'), smtpUrl),
    publicUrl: readPublicUrl(value(source, 'PUBLIC_URL')),
  };
}

/**
 * `readEnv` for a process that serves: DATABASE_URL and REDIS_URL must be there.
 *
 * @throws ConfigurationError as `readEnv`, and when one of the two is absent.
 */
export function readServerEnv(source: Source = process.env): ServerEnv {
  const env = readEnv(source);
  return {
    ...env,
    databaseUrl: required(env.databaseUrl, 'DATABASE_URL', 'postgres://user:password@host/name'),
    redisUrl: required(env.redisUrl, 'REDIS_URL', 'redis://host:6379'),
  };
}

/** Today in Europe/London, or the day that TRACKER_TODAY puts in its place. */
export function todayOf(env: Pick<Env, 'today'>): Day {
  return env.today ?? londonToday(Date.now());
}

function value(source: Source, name: string): string | undefined {
  return source[name]?.trim() || undefined;
}

function required(url: string | undefined, name: string, example: string): string {
  if (url) return url;
  throw new ConfigurationError(
    `${name} is not set. Give it as ${example}, or run "npm start", which brings its own server.`,
  );
}

function refuseUnknown(source: Source): void {
  const unknown = Object.keys(source).find(
    (name) => name.startsWith('TRACKER_') && !trackerVariables.includes(name),
  );
  if (unknown) {
    throw new ConfigurationError(
      `${unknown} is not a setting of the tracker. It knows ${trackerVariables.join(', ')}.`,
    );
  }
}

function refuseOwnerAlone(source: Source): void {
  if (value(source, 'DATABASE_OWNER_URL') && !value(source, 'DATABASE_URL')) {
    throw new ConfigurationError(
      'DATABASE_OWNER_URL is set and DATABASE_URL is not. The one is who owns the tables, the other who serves; both are of the same database.',
    );
  }
}

function readNodeEnv(source: Source): Env['nodeEnv'] {
  const given = value(source, 'NODE_ENV') ?? 'development';
  if (given === 'development' || given === 'test' || given === 'production') return given;
  throw new ConfigurationError(
    `NODE_ENV is "${given}". It must be development, test or production.`,
  );
}

function readPort(source: Source, name: string, otherwise: string): number {
  const given = value(source, name) ?? otherwise;
  const port = /^\d{1,5}$/.test(given) ? Number(given) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new ConfigurationError(`${name} is "${given}". It must be a whole number from 1 to 65535.`);
}

function readHost(source: Source, variable: string): string {
  const given = value(source, variable) ?? '127.0.0.1';
  const name = /^(?=.{1,253}$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i;
  const numeric = /^[\d.]+$/.test(given);
  if (isIP(given) || (name.test(given) && !numeric)) return given;
  throw new ConfigurationError(
    `${variable} is "${given}". It must be an address or a host name, such as 127.0.0.1 or 0.0.0.0.`,
  );
}

function readMetrics(source: Source): Pick<Env, 'metricsPort' | 'metricsHost'> {
  const metricsHost = readHost(source, 'TRACKER_METRICS_HOST');
  if (value(source, 'TRACKER_METRICS_PORT') === undefined) return { metricsHost };
  const metricsPort = readPort(source, 'TRACKER_METRICS_PORT', '');
  if (metricsPort !== readPort(source, 'PORT', '3000')) return { metricsPort, metricsHost };
  throw new ConfigurationError(
    `TRACKER_METRICS_PORT is "${metricsPort}", and so is PORT. The figures need a port of their own, which is not public.`,
  );
}

function readLogFormat(source: Source): Env['logFormat'] {
  const given = value(source, 'TRACKER_LOG_FORMAT') ?? 'text';
  if (given === 'text' || given === 'json') return given;
  throw new ConfigurationError(`TRACKER_LOG_FORMAT is "${given}". It must be text or json.`);
}

function readStopGrace(source: Source): number {
  const given = value(source, 'TRACKER_STOP_GRACE_MS') ?? '0';
  const milliseconds = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN;
  if (milliseconds <= 60_000) return milliseconds;
  throw new ConfigurationError(
    `TRACKER_STOP_GRACE_MS is "${given}". It must be a whole number of milliseconds up to 60000.`,
  );
}

function readUrl(source: Source, name: string, protocols: string[]): string | undefined {
  const given = value(source, name);
  if (given === undefined) return undefined;
  const allowed = protocols.map((protocol) => `${protocol}//`).join(' or ');
  if (!URL.canParse(given)) {
    // The value is left out: where a password ends cannot be told in something that is no URL.
    throw new ConfigurationError(`${name} is not an address. It must begin with ${allowed}.`);
  }
  const url = new URL(given);
  if (protocols.includes(url.protocol) && url.hostname) return given;
  // Without a host the rest may be anything, a password included.
  const rest = url.host ? `//${url.password ? '***@' : ''}${url.host}${url.pathname}` : '';
  throw new ConfigurationError(
    `${name} is "${url.protocol}${rest}". It must begin with ${allowed} and name a host.`,
  );
}

function readSwitch(source: Source, name: string, what: string): boolean | undefined {
  const given = value(source, name);
  if (given === undefined) return undefined;
  if (given === '0' || given === '1') return given === '1';
  throw new ConfigurationError(`${name} is "${given}". It must be 1 (${what}) or 0.`);
}

function readDemo(source: Source, nodeEnv: Env['nodeEnv']): boolean {
  const given = readSwitch(source, 'TRACKER_DEMO', 'fill an empty database with the demo hub');
  if (given && nodeEnv === 'production') {
    throw new ConfigurationError(
      'TRACKER_DEMO is "1" and NODE_ENV is "production". The demo hub is never created in production: its passwords are public.',
    );
  }
  return given ?? nodeEnv !== 'production';
}

function readSlowQuery(source: Source): number {
  const given = value(source, 'TRACKER_SLOW_QUERY_MS') ?? '1000';
  if (/^\d{1,6}$/.test(given)) return Number(given);
  throw new ConfigurationError(
    `TRACKER_SLOW_QUERY_MS is "${given}". It must be a whole number of milliseconds up to 999999; 0 puts no statement into the log.`,
  );
}

function readPreparedStatements(source: Source): boolean {
  const given = value(source, 'TRACKER_PREPARED_STATEMENTS') ?? 'on';
  if (given === 'on' || given === 'off') return given === 'on';
  throw new ConfigurationError(
    `TRACKER_PREPARED_STATEMENTS is "${given}". It must be on or, behind a pooler in transaction mode, off.`,
  );
}

function readToday(source: Source, nodeEnv: Env['nodeEnv']): Day | undefined {
  const given = value(source, 'TRACKER_TODAY');
  if (given === undefined) return undefined;
  if (nodeEnv === 'production') {
    throw new ConfigurationError(
      `TRACKER_TODAY is "${given}" and NODE_ENV is "production". In production today is always today.`,
    );
  }
  if (isDay(given)) return given;
  throw new ConfigurationError(
    `TRACKER_TODAY is "${given}". It must be a day that exists, written YYYY-MM-DD.`,
  );
}
