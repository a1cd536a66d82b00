import type { Attributes, XmlVisitor } from '../reading/read-xml';

interface Style {
  name: string;
  basedOn: string | null;
  level: number | null;
  list: string | null;
}

/** Longer chains of styles that build on each other are a circle. */
const MOST_STEPS = 12;

/** What a Word document's styles make of a paragraph. */
export class WordStyles implements XmlVisitor {
  private readonly styles = new Map<string, Style>();
  private style: Style | null = null;

  open(name: string, attributes: Attributes): void {
    const value = () => attributes.get(':val') ?? '';
    if (name === 'style') {
      this.style = { name: '', basedOn: null, level: null, list: null };
      this.styles.set(attributes.get(':styleId') ?? '', this.style);
    } else if (!this.style) return;
    else if (name === 'name') this.style.name = value();
    else if (name === 'basedOn') this.style.basedOn = value();
    else if (name === 'outlineLvl') this.style.level = Number(value()) + 1;
    else if (name === 'numId') this.style.list = value();
  }

  close(name: string): void {
    if (name === 'style') this.style = null;
  }

  /** 1 to 9 of a heading; null of anything else. */
  headingLevel(id: string | null): number | null {
    return this.up(id, ({ name, level }) => {
      const heading = /^heading (\d)/i.exec(name);
      if (heading) return Number(heading[1]);
      if (/^(sub)?title$/i.test(name)) return /^sub/i.test(name) ? 2 : 1;
      return level !== null && level >= 1 && level <= 9 ? level : null;
    });
  }

  /** The list its paragraphs are items of; null for none. */
  listOf(id: string | null): string | null {
    return this.up(id, ({ list }) => list);
  }

  private up<Value>(id: string | null, of: (style: Style) => Value | null): Value | null {
    let style = id === null ? undefined : this.styles.get(id);
    for (let step = 0; style && step < MOST_STEPS; step += 1) {
      const value = of(style);
      if (value !== null) return value;
      style = style.basedOn === null ? undefined : this.styles.get(style.basedOn);
    }
    return null;
  }
}

/** Which lists of a Word document have numbers. */
export class WordLists implements XmlVisitor {
  private readonly formats = new Map<string, string>();
  private readonly kinds = new Map<string, string>();
  private kind: string | null = null;
  private list: string | null = null;

  open(name: string, attributes: Attributes): void {
    if (name === 'abstractNum') this.kind = attributes.get(':abstractNumId') ?? null;
    else if (name === 'num') this.list = attributes.get(':numId') ?? null;
    else if (name === 'numFmt' && this.kind !== null && !this.formats.has(this.kind)) {
      this.formats.set(this.kind, attributes.get(':val') ?? '');
    } else if (name === 'abstractNumId' && this.list !== null) {
      this.kinds.set(this.list, attributes.get(':val') ?? '');
    }
  }

  close(name: string): void {
    if (name === 'abstractNum') this.kind = null;
    if (name === 'num') this.list = null;
  }

  hasNumbers(list: string): boolean {
    const format = this.formats.get(this.kinds.get(list) ?? '');
    return format !== undefined && format !== 'bullet' && format !== 'none';
  }
}
