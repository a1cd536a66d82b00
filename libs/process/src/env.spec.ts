import { ConfigurationError, readEnv, readServerEnv, todayOf } from './env';
import { publicUrlOf, senderOf } from './mail-env';

const urls = { DATABASE_URL: 'postgres://u:p@db/tracker', REDIS_URL: 'redis://:p@cache:6379/2' };

describe('readEnv', () => {
  it('has a default for everything that is absent or empty', () => {
    expect(readEnv({ PORT: '', TRACKER_TODAY: ' ' })).toEqual({
      nodeEnv: 'development',
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      redisUrl: undefined,
      dataDir: expect.stringMatching(/\/\.tracker-data$/),
      demo: true,
      today: undefined,
      slowQueryMs: 1000,
      preparedStatements: true,
      logRequests: false,
      trustProxy: undefined,
      metricsHost: '127.0.0.1',
      logFormat: 'text',
      stopGraceMs: 0,
    });
  });

  it('takes a port for figures, a format of the log and a grace, and refuses others', () => {
    const given = { TRACKER_METRICS_PORT: '9464', TRACKER_METRICS_HOST: '10.0.0.7' };
    expect(readEnv(given)).toMatchObject({ metricsPort: 9464, metricsHost: '10.0.0.7' });
    expect(readEnv({ TRACKER_LOG_FORMAT: 'json' }).logFormat).toBe('json');
    expect(readEnv({ TRACKER_STOP_GRACE_MS: '5000' }).stopGraceMs).toBe(5000);
    const wrong: Record<string, string>[] = [
      { TRACKER_METRICS_PORT: '3000' },
      { TRACKER_METRICS_PORT: '0' },
      { TRACKER_METRICS_HOST: '1.2.3' },
      { TRACKER_LOG_FORMAT: 'xml' },
      { TRACKER_STOP_GRACE_MS: '60001' },
      { TRACKER_STOP_GRACE_MS: '5s' },
    ];
    for (const one of wrong) {
      const [name = '', value] = Object.entries(one)[0] ?? [];
      expect(() => readEnv(one)).toThrow(`${name} is "${value}"`);
    }
  });

  it('logs requests in production, and wherever it is asked to', () => {
    expect(readEnv({ NODE_ENV: 'production' }).logRequests).toBe(true);
    expect(readEnv({ NODE_ENV: 'production', TRACKER_LOG_REQUESTS: '0' }).logRequests).toBe(false);
    expect(readEnv({ TRACKER_LOG_REQUESTS: '1' }).logRequests).toBe(true);
    expect(readEnv({ TRACKER_SLOW_QUERY_MS: '0' }).slowQueryMs).toBe(0);
    expect(readEnv({}).preparedStatements).toBe(true);
    expect(readEnv({ TRACKER_PREPARED_STATEMENTS: 'off' }).preparedStatements).toBe(false);
  });

  it('takes addresses and networks of proxies', () => {
    const given = '127.0.0.1, 10.0.0.0/8 ,::1,fd00::/8';
    expect(readEnv({ TRACKER_TRUST_PROXY: given }).trustProxy).toEqual([
      ...['127.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8'],
    ]);
  });

  it.each([
    ['true'],
    ['1'],
    ['*'],
    ['loopback'],
    ['proxy.example'],
    ['10.0.0.0/33'],
    ['10.0.0/8'],
    ['0.0.0.0/0'],
    ['::/0'],
    ['10.0.0.1:80'],
    ['10.0.0.1,'],
    ['10.0.0.0/8/8'],
  ])('stops at the proxy %s, and says what it takes', (given) => {
    expect(() => readEnv({ TRACKER_TRUST_PROXY: given })).toThrow(ConfigurationError);
    expect(() => readEnv({ TRACKER_TRUST_PROXY: given })).toThrow(
      `TRACKER_TRUST_PROXY is "${given}". It must be addresses or networks`,
    );
  });

  it('takes what is given', () => {
    const source = { ...urls, PORT: '8080', HOST: '::1', TRACKER_DATA_DIR: '/srv/tracker' };
    expect(readEnv({ ...source, TRACKER_DEMO: '0', TRACKER_TODAY: '2026-02-28' })).toMatchObject({
      port: 8080,
      host: '::1',
      databaseUrl: urls.DATABASE_URL,
      redisUrl: urls.REDIS_URL,
      dataDir: '/srv/tracker',
      demo: false,
      today: '2026-02-28',
    });
  });

  it('makes no demo hub in production unless asked, and then refuses', () => {
    expect(readEnv({ NODE_ENV: 'production' }).demo).toBe(false);
    expect(() => readEnv({ NODE_ENV: 'production', TRACKER_DEMO: '1' })).toThrow(
      /TRACKER_DEMO is "1" and NODE_ENV is "production"/,
    );
  });

  it.each([
    [{ PORT: '0' }, 'PORT is "0". It must be a whole number from 1 to 65535.'],
    [{ PORT: '3000x' }, 'PORT is "3000x". It must be a whole number from 1 to 65535.'],
    [{ PORT: '70000' }, 'PORT is "70000". It must be a whole number from 1 to 65535.'],
    [{ HOST: 'a b' }, 'HOST is "a b".'],
    [{ HOST: '300.1.1.1' }, 'HOST is "300.1.1.1".'],
    [{ NODE_ENV: 'staging' }, 'NODE_ENV is "staging".'],
    [{ TRACKER_DEMO: 'yes' }, 'TRACKER_DEMO is "yes".'],
    [{ TRACKER_LOG_REQUESTS: 'all' }, 'TRACKER_LOG_REQUESTS is "all". It must be 1'],
    [{ TRACKER_PREPARED_STATEMENTS: 'no' }, 'TRACKER_PREPARED_STATEMENTS is "no".'],
    [{ TRACKER_SLOW_QUERY_MS: '1s' }, 'TRACKER_SLOW_QUERY_MS is "1s".'],
    [{ TRACKER_SLOW_QUERY_MS: '-1' }, 'TRACKER_SLOW_QUERY_MS is "-1".'],
    [{ TRACKER_TODAY: '2026-02-30' }, 'TRACKER_TODAY is "2026-02-30".'],
    [{ TRACKER_TODAY: '28/02/2026' }, 'TRACKER_TODAY is "28/02/2026".'],
    [{ NODE_ENV: 'production', TRACKER_TODAY: '2026-02-28' }, 'TRACKER_TODAY is "2026-02-28"'],
    [{ TRACKER_PORT: '1' }, 'TRACKER_PORT is not a setting of the tracker.'],
    [{ DATABASE_URL: 'mysql://db/x' }, 'DATABASE_URL is "mysql://db/x".'],
    [{ REDIS_URL: 'redis:' }, 'REDIS_URL is "redis:".'],
    [{ SMTP_URL: 'http://mail' }, 'SMTP_URL is "http://mail/".'],
    [{ SMTP_URL: 'smtp://mail' }, 'SMTP_URL is set and MAIL_FROM is not.'],
    [{ MAIL_FROM: 'the hub' }, 'MAIL_FROM is "the hub".'],
    [{ MAIL_FROM: 'Hub <a@b> <c@d>' }, 'MAIL_FROM is'],
    [{ PUBLIC_URL: 'tracker.hub.example' }, 'PUBLIC_URL must be the address'],
    [{ PUBLIC_URL: 'https://hub.example/?a=1' }, 'PUBLIC_URL must be the address'],
    [{ DATABASE_OWNER_URL: 'postgres://o@db/x' }, 'DATABASE_OWNER_URL is set and DATABASE_URL is'],
  ])('stops at %j', (source, sentence) => {
    expect(() => readEnv(source)).toThrow(ConfigurationError);
    expect(() => readEnv(source)).toThrow(sentence);
  });

  it.each(['mysql://me:s3cret@db/x', 'me:s3cret@db', 'postgres://me:s3cret@[db/x'])(
    'never repeats the password in %s',
    (url) => {
      expect(() => readEnv({ DATABASE_URL: url })).toThrow(ConfigurationError);
      expect(() => readEnv({ DATABASE_URL: url })).not.toThrow(/s3cret/);
    },
  );
});

describe('the settings of email', () => {
  it('are taken as they are given', () => {
    const mail = { SMTP_URL: 'smtps://me:pw@mail:465', MAIL_FROM: 'Music Hub <music@hub.example>' };
    const env = readEnv({ ...mail, PUBLIC_URL: 'https://tracker.hub.example/' });
    expect(env).toMatchObject({ smtpUrl: mail.SMTP_URL, mailFrom: mail.MAIL_FROM });
    expect(senderOf(env)).toEqual({ name: 'Music Hub', address: 'music@hub.example' });
    expect(publicUrlOf(env)).toBe('https://tracker.hub.example');
  });

  it('have defaults with which nothing is sent', () => {
    const env = readEnv({ HOST: '0.0.0.0' });
    expect(env.smtpUrl).toBeUndefined();
    expect(publicUrlOf(env)).toBe('http://127.0.0.1:3000');
    expect(senderOf(env).address).toBe('tracker@localhost');
  });

  it('never show a password', () => {
    const source = { SMTP_URL: 'mailto://me:s3cret@mail' };
    expect(() => readEnv(source)).toThrow(ConfigurationError);
    expect(() => readEnv(source)).not.toThrow(/s3cret/);
  });
});

describe('readServerEnv', () => {
  it('wants both servers', () => {
    expect(readServerEnv(urls)).toMatchObject({ databaseUrl: urls.DATABASE_URL });
    expect(() => readServerEnv({ REDIS_URL: urls.REDIS_URL })).toThrow('DATABASE_URL is not set.');
    expect(() => readServerEnv({ DATABASE_URL: urls.DATABASE_URL })).toThrow(
      'REDIS_URL is not set.',
    );
  });
});

describe('today', () => {
  it('is the day that was put in its place', () => {
    expect(todayOf({ today: '2025-09-01' })).toBe('2025-09-01');
  });

  it('is a day of the calendar otherwise', () => {
    expect(todayOf({})).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
