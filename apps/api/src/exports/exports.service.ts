import { Readable } from 'node:stream';
import { Injectable, Logger, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  BatchReader,
  Clock,
  csvFile,
  type ExportColumn,
  MOST_XLSX_ROWS,
  xlsxFile,
} from '@tracker/server';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { HandOuts } from '../http/hand-outs';
import { readListQuery } from '../http/list-query';
import { unacceptableField } from '../http/problem';
import { tooMany } from '../throttle/too-many';
import { type ExportQueryDto, listPartOf, readColumns } from './export-query';
import { FILE_TYPES } from './file-types';
import type { ColumnOf, ListExport, ListSource, RegionName } from './exported-list';

/** Each holds a connection to the database for as long as somebody downloads. */
const MOST_AT_ONCE = 4;
const WAIT_MS = 15_000;

/** Whole lists as files, in the list's order and by its filters. */
@Injectable()
export class ExportsService {
  private readonly logger = new Logger('Exports');
  private underWay = 0;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly handOuts: HandOuts,
  ) {}

  /**
   * The list as a stream. That it was handed out, to whom and how many rows, is in the audit trail
   * before the first of them leaves. When reading fails half-way the answer breaks off, which a
   * browser tells from a whole file.
   *
   * @throws 400 an unknown filter, sort or column; 422 more rows than Excel holds; 429
   */
  async send<Row, Stored>(
    request: FastifyRequest,
    asked: ExportQueryDto,
    { list, title, columns }: ListExport<Row>,
    source: ListSource<Row, Stored>,
  ): Promise<StreamableFile> {
    const { format = 'csv' } = asked;
    const query = readListQuery(listPartOf(asked), source.spec);
    const keys = readColumns(asked.columns, Object.keys(columns));
    const { select, conditions, order, rows } = await source.statement(query);
    const reader = await this.open<Stored>({
      sql: `${select} ${conditions.where} ORDER BY ${order}`,
      values: conditions.values,
    });
    try {
      if (format === 'xlsx' && reader.total > MOST_XLSX_ROWS) throw tooManyForExcel();
      const regionName = await this.regionNames();
      await this.handOuts.record({
        entity: 'lists',
        recordId: list,
        userId: request.user?.id ?? null,
        source: request.id,
        details: { format, rows: reader.total, filter: query.filter },
      });
      const shown = keys.map((key) => asColumn(key, columns[key] as ColumnOf<Row>, regionName));
      const batches = inTurn(reader, rows);
      const file = format === 'csv' ? csvFile(shown, batches) : xlsxFile(shown, batches, title);
      this.watch(file, reader, request.id);
      const disposition = `attachment; filename="${list}-${this.clock.today()}.${format}"`;
      return new StreamableFile(file, { type: FILE_TYPES[format], disposition });
    } catch (error) {
      await this.close(reader);
      throw error;
    }
  }

  private async open<Stored>(statement: {
    sql: string;
    values: unknown[];
  }): Promise<BatchReader<Stored>> {
    if (this.underWay >= MOST_AT_ONCE) {
      throw tooMany('Several lists are being exported at this moment.', WAIT_MS);
    }
    this.underWay += 1;
    try {
      return await BatchReader.open<Stored>(this.dataSource, statement);
    } catch (error) {
      this.underWay -= 1;
      throw error;
    }
  }

  private watch(file: Readable, reader: BatchReader<unknown>, reference: string): void {
    file.once('error', (error) =>
      this.logger.error(`An export broke off: ${error.message} (${reference})`),
    );
    file.once('close', () => void this.close(reader));
  }

  private async close(reader: BatchReader<unknown>): Promise<void> {
    this.underWay -= 1;
    await reader.close();
  }

  private async regionNames(): Promise<RegionName> {
    const regions: { id: string; name: string }[] = await this.dataSource.query(
      'SELECT id, name FROM regions',
    );
    const names = new Map(regions.map(({ id, name }) => [id, name]));
    return (id) => (id === null ? null : (names.get(id) ?? null));
  }
}

async function* inTurn<Row, Stored>(
  reader: BatchReader<Stored>,
  rows: (stored: Stored[]) => Row[] | Promise<Row[]>,
): AsyncGenerator<Row[]> {
  for await (const stored of reader.batches()) yield await rows(stored);
}

function asColumn<Row>(
  key: string,
  [heading, kind, value]: ColumnOf<Row>,
  regionName: RegionName,
): ExportColumn<Row> {
  return { key, heading, kind, value: (row) => value(row, regionName) };
}

const tooManyForExcel = () =>
  unacceptableField(
    'format',
    'The list has more rows than a sheet of Excel holds. Narrow it by a filter, or take CSV.',
  );
