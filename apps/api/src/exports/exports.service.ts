import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable, Logger, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { List } from '@tracker/contract';
import { BatchReader, sql, statement, raw, type Sql } from '@tracker/data';
import { Clock, ENV } from '@tracker/work';
import { csvFile, type ExportColumn, MOST_XLSX_ROWS, spooled, xlsxFile } from '@tracker/files';
import type { ServerEnv } from '@tracker/process';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { HandOuts } from '../http/hand-outs';
import { readListQuery } from '../http/list-query';
import { unacceptableField } from '../http/problem';
import { tooMany } from '../throttle/too-many';
import { Downloads, MOST_OF_ONE } from './downloads';
import { type ExportQueryDto, listPartOf, readColumns } from './export-query';
import { FILE_TYPES } from './file-types';
import type { ExportedColumn, ListExport, ListSource, RegionName } from './exported-list';
import { ReadingPlaces } from './reading-places';

/** Rows read at a time: what is looked up for them is looked up once for all of these. */
const BATCH = 1_000;
/** Somebody waits so long for their turn at reading before they are asked to come again. */
const WAIT_MS = 15_000;

const REGIONS = statement(
  'exports.regions',
  () => sql<{ id: string; name: string }>`SELECT id, name FROM regions`,
);

/** Whole lists as files, in the list's order and by its filters. */
@Injectable()
export class ExportsService {
  private readonly logger = new Logger('Exports');
  private readonly places = new ReadingPlaces();
  private readonly downloads = new Downloads();

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(ENV) private readonly env: ServerEnv,
    private readonly clock: Clock,
    private readonly handOuts: HandOuts,
  ) {}

  /**
   * The list as a stream. That it was handed out, to whom and how many rows, is in the audit trail
   * before the first of them leaves. It is read at the database's pace, whatever the client's. When
   * reading fails half-way the answer breaks off, which a browser tells from a whole file.
   *
   * @throws 400 an unknown filter, sort or column; 422 more rows than Excel holds; 429
   */
  async send<Row, Stored, L extends List>(
    request: FastifyRequest,
    asked: ExportQueryDto,
    of: ListExport<Row>,
    source: ListSource<Row, Stored, L>,
  ): Promise<StreamableFile> {
    const { format = 'csv' } = asked;
    const userId = request.user?.id ?? '';
    if (!this.downloads.begin(userId)) {
      throw tooMany(`You have ${MOST_OF_ONE} downloads under way already.`, WAIT_MS);
    }
    try {
      const read = await this.read(request, asked, of, source);
      const file = await spooled(read, join(this.env.dataDir, 'downloads'));
      file.once('error', (error) =>
        this.logger.error(`An export broke off: ${error.message} (${request.id})`),
      );
      file.once('close', () => this.downloads.end(userId));
      const disposition = `attachment; filename="${of.list}-${this.clock.today()}.${format}"`;
      return new StreamableFile(file, { type: FILE_TYPES[format], disposition });
    } catch (error) {
      this.downloads.end(userId);
      throw error;
    }
  }

  private async read<Row, Stored, L extends List>(
    request: FastifyRequest,
    asked: ExportQueryDto,
    { list, title, columns }: ListExport<Row>,
    source: ListSource<Row, Stored, L>,
  ): Promise<Readable> {
    const { format = 'csv' } = asked;
    const query = readListQuery(listPartOf(asked), source.spec);
    const keys = readColumns(asked.columns, Object.keys(columns));
    const { select, conditions, order, rows } = await source.statement(query);
    const by = typeof order === 'string' ? raw(order) : order;
    const rowsAsked = sql`${conditions.beginning()}${select} ${conditions.where} ORDER BY ${by}`;
    const reader = await this.open<Stored>(rowsAsked as Sql<Stored>);
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
      const shown = keys.map((key) =>
        asColumn(key, columns[key] as ExportedColumn<Row>, regionName),
      );
      const batches = inTurn(reader, rows);
      const file = format === 'csv' ? csvFile(shown, batches) : xlsxFile(shown, batches, title);
      file.once('close', () => {
        this.close(reader).catch((error: Error) => this.logger.error(error.message));
      });
      return file;
    } catch (error) {
      await this.close(reader);
      throw error;
    }
  }

  private async open<Stored>(statement: Sql<Stored>): Promise<BatchReader<Stored>> {
    if (!(await this.places.take(WAIT_MS))) {
      throw tooMany('Several lists are being exported at this moment.', WAIT_MS);
    }
    try {
      return await BatchReader.open<Stored>(this.dataSource, statement);
    } catch (error) {
      this.places.give();
      throw error;
    }
  }

  private async close(reader: BatchReader<unknown>): Promise<void> {
    try {
      await reader.close();
    } finally {
      this.places.give();
    }
  }

  private async regionNames(): Promise<RegionName> {
    const regions = await REGIONS.rows(this.dataSource);
    const names = new Map(regions.map(({ id, name }) => [id, name]));
    return (id) => (id === null ? null : (names.get(id) ?? null));
  }
}

async function* inTurn<Row, Stored>(
  reader: BatchReader<Stored>,
  rows: (stored: Stored[]) => Row[] | Promise<Row[]>,
): AsyncGenerator<Row[]> {
  for await (const stored of reader.batches(BATCH)) yield await rows(stored);
}

function asColumn<Row>(
  key: string,
  [heading, kind, value]: ExportedColumn<Row>,
  regionName: RegionName,
): ExportColumn<Row> {
  return { key, heading, kind, value: (row) => value(row, regionName) };
}

const tooManyForExcel = () =>
  unacceptableField(
    'format',
    'The list has more rows than a sheet of Excel holds. Narrow it by a filter, or take CSV.',
  );
