import type { Random } from '../../demo/random';
import { hostileText } from './hostile';

const FILES: readonly (string | Buffer)[] = [
  'URN,EstablishmentName\r\n100001,Mill Lane School\r\n',
  'School,URN,Date of visit\nMill Lane,100001,05/11/2024\n',
  'a',
  '',
  '\0\0\0\0',
  '"unclosed',
  '=cmd|calc,@SUM(1),+1,-1\n',
  `${'a,'.repeat(5_000)}\n`,
  'x\n'.repeat(3_000),
  Buffer.from('504b0304140000000800', 'hex'),
  Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
  Buffer.from('fffe55005200', 'hex'),
  Buffer.from('efbbbf55524e2c410a', 'hex'),
  Buffer.from('ff'.repeat(500), 'hex'),
];

const NAMES = [
  'visits.csv',
  'a.xlsx',
  '../../x.csv',
  '',
  'x'.repeat(500),
  'a\\".csv',
  'CON',
  'ü.csv',
];

/** The fields of an object and a file as multipart/form-data, broken at times. */
export function makeMultipart(
  random: Random,
  fields: Record<string, unknown>,
  hostility: number,
): { type: string; body: Buffer } {
  const boundary = `----fuzz${random.int(0, 1e9)}`;
  const parts: Buffer[] = [];
  const add = (head: string, content: string | Buffer) =>
    parts.push(
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    );
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'file') continue;
    const times = random.chance(hostility) ? random.int(2, 60) : 1;
    for (let time = 0; time < times; time += 1) {
      add(`name="${name}"`, typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
    }
  }
  if (!random.chance(hostility)) {
    const name = random.chance(hostility) ? hostileText(random) : random.pick(NAMES);
    add(`name="file"; filename="${name}"\r\nContent-Type: text/csv`, random.pick(FILES));
  }
  if (random.chance(hostility)) add('', 'nameless');
  if (random.chance(hostility)) add('name="__proto__"', 'x');
  if (random.chance(hostility)) add('name="kind"\r\nContent-Type: application/json', '{"a":');
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  const whole = Buffer.concat(parts);
  const body = random.chance(hostility / 2)
    ? whole.subarray(0, random.int(0, whole.length))
    : whole;
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}
