import { BOUNDS, DAMAGED_WORKBOOK, SMALLER, within, type Spent } from './bounds';
import { UnreadableFileError } from './unreadable-file-error';

const [SPACE, EXCLAMATION, DOUBLE, SINGLE, SLASH, LESS, GREATER, QUESTION] = [
  ...Buffer.from(' !"\'/<>?'),
] as [number, number, number, number, number, number, number, number];

/** Names come without their prefix, as programs choose prefixes differently. */
export interface XmlVisitor {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** The attributes of one element, read only when asked for. */
export class Attributes {
  private names?: string[];
  private readonly values: string[] = [];

  constructor(private readonly source: string) {}

  /** By its whole name, or by `:id` for the one called `id` in any namespace. */
  get(name: string): string | undefined {
    const names = (this.names ??= this.read());
    const at = name.startsWith(':')
      ? names.findIndex((each) => each.endsWith(name))
      : names.indexOf(name);
    const value = this.values[at];
    return value === undefined ? undefined : decodeEntities(value);
  }

  /** Whether it is switched on, as `1` or `true`. */
  isOn(name: string): boolean {
    return /^(1|true|on)$/i.test(this.get(name) ?? '');
  }

  /** By hand, as there are millions of them in a workbook. */
  private read(): string[] {
    const { source } = this;
    const names: string[] = [];
    for (let at = 0; ;) {
      const equals = source.indexOf('=', at);
      if (equals < 0) return names;
      let open = equals + 1;
      while (source.charCodeAt(open) <= SPACE) open += 1;
      const quote = source[open];
      const close = quote === '"' || quote === "'" ? source.indexOf(quote, open + 1) : -1;
      if (close < 0) return names;
      names.push(source.slice(at, equals).trim());
      this.values.push(source.slice(open + 1, close));
      at = close + 1;
    }
  }
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[name as string] ?? whole;
      const code = hex === undefined ? Number(decimal) : parseInt(String(hex), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

const broken = () => new UnreadableFileError(DAMAGED_WORKBOOK);
/**
 * Walks through an XML part as it is unpacked. A document type is refused, as entities of its own
 * could grow without end; depth, lengths and the number of elements are bounded.
 *
 * @throws UnreadableFileError when it is no XML or passes a bound
 */
export async function readXml(
  bytes: AsyncIterable<Buffer>,
  spent: Spent,
  visitor: XmlVisitor,
): Promise<void> {
  const walk = new XmlWalk(spent, visitor);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : 'utf-8');
    walk.write(decoder.decode(piece, { stream: true }));
  }
  walk.end();
}

/** Where the `>` of a tag is that is in no quotes; -1 when it has not come yet. */
function endOfTag(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === GREATER) return at;
    if (code === LESS) throw broken();
    if (code !== DOUBLE && code !== SINGLE) continue;
    at = source.indexOf(code === DOUBLE ? '"' : "'", at + 1);
    if (at < 0) return -1;
  }
  return -1;
}

function endOfName(source: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) {
    const code = source.charCodeAt(at);
    if (code <= SPACE || code === SLASH) return at;
  }
  return end;
}

class XmlWalk {
  private rest = '';
  private depth = 0;

  constructor(
    private readonly spent: Spent,
    private readonly visitor: XmlVisitor,
  ) {}

  write(piece: string): void {
    const source = this.rest + piece;
    let at = 0;
    for (;;) {
      const start = source.indexOf('<', at);
      if (start < 0) break;
      if (start > at) {
        this.visitor.text?.(decodeEntities(source.slice(at, start)));
        at = start;
      }
      const end = this.step(source, start);
      if (end < 0) break;
      at = end;
    }
    this.rest = source.slice(at);
    const most = this.rest.startsWith('<') ? BOUNDS.tag : BOUNDS.cell * 6;
    within(this.rest.length, most, `One text of the workbook is too long to be read. ${SMALLER}`);
  }

  end(): void {
    if (this.depth !== 0 || this.rest.trim() !== '') throw broken();
  }

  /** Takes what begins at `start`; gives where it ends, or -1 when that has not come yet. */
  private step(source: string, start: number): number {
    const second = source.charCodeAt(start + 1);
    if (second === EXCLAMATION || second === QUESTION) return this.aside(source, start);
    const end = endOfTag(source, start);
    if (end < 0) return -1;
    const closes = second === SLASH;
    const nameAt = start + (closes ? 2 : 1);
    const nameEnd = endOfName(source, nameAt, end);
    const full = source.slice(nameAt, nameEnd);
    const name = full.includes(':') ? full.slice(full.indexOf(':') + 1) : full;
    if (closes) {
      this.depth -= 1;
      if (this.depth < 0) throw broken();
      this.visitor.close?.(name);
    } else {
      this.spent.element();
      this.depth += 1;
      within(this.depth, BOUNDS.depth, DAMAGED_WORKBOOK);
      this.visitor.open(name, new Attributes(source.slice(nameEnd, end)));
      if (source.charCodeAt(end - 1) === SLASH) {
        this.depth -= 1;
        this.visitor.close?.(name);
      }
    }
    return end + 1;
  }

  /** Comments, instructions and texts that are marked as such. */
  private aside(source: string, start: number): number {
    for (const [open, close] of [
      ['<!--', '-->'],
      ['<![CDATA[', ']]>'],
      ['<?', '?>'],
    ] as const) {
      if (!source.startsWith(open, start)) continue;
      const end = source.indexOf(close, start + open.length);
      if (end < 0) return -1;
      if (open === '<![CDATA[') this.visitor.text?.(source.slice(start + open.length, end));
      return end + close.length;
    }
    if (source.length - start < '<![CDATA['.length) return -1;
    throw broken();
  }
}
