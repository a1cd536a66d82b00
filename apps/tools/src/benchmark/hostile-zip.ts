import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive of these parts, written by hand: what a benchmark needs, no honest program writes. */
export function zipOf(parts: Record<string, string | Buffer>): Buffer {
  const packed: Buffer[] = [];
  const listed: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const raw = Buffer.from(content);
    const data = deflateRawSync(raw);
    const sizes = Buffer.alloc(26);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt16LE(8, 4);
    sizes.writeUInt32LE(crc32(raw), 10);
    sizes.writeUInt32LE(data.length, 14);
    sizes.writeUInt32LE(raw.length, 18);
    sizes.writeUInt16LE(name.length, 22);
    packed.push(Buffer.from('PK\x03\x04'), sizes, Buffer.from(name), data);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    listed.push(Buffer.from('PK\x01\x02\x14\x00'), sizes, place, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const directory = Buffer.concat(listed);
  const end = Buffer.alloc(18);
  const count = Object.keys(parts).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...packed, directory, Buffer.from('PK\x05\x06'), end]);
}

/** A workbook whose one sheet holds these rows, as XML, below a header. */
export function workbookOf(rows: string | Buffer): Buffer {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const sheet = Buffer.concat([
    Buffer.from(
      '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c t="str"><v>School</v></c><c t="str"><v>Date of visit</v></c></row>' +
        '<row r="2"><c t="str"><v>Mill Lane School</v></c><c t="str"><v>3/12/2024</v></c></row>',
    ),
    Buffer.from(rows),
    Buffer.from('</sheetData></worksheet>'),
  ]);
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${relation}"><sheets><sheet name="Visits" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
  });
}
