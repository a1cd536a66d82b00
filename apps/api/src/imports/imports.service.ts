import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  Import,
  IMPORT_LIST,
  ImportDecisions,
  ImportRejection,
  SignedInUser,
  VisitSheetPreview,
} from '@tracker/contract';
import { sayingsOf, schoolAsWritten, schoolOfPlanList, type ImportKind } from '@tracker/domain';
import {
  applyDryRun,
  checkUpload,
  createImport,
  ENV,
  forgetFile,
  ImportProblem,
  JobQueue,
  previewUpload,
  requestUndo,
  stopWork,
  storeUpload,
} from '@tracker/work';
import { ImportEntity } from '@tracker/data';
import { ReadingBusyError } from '@tracker/files';
import type { ServerEnv } from '@tracker/process';
import type { FastifyRequest } from 'fastify';
import type { DataSource, EntityManager } from 'typeorm';
import { HandOuts } from '../http/hand-outs';
import { addFilters } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { type ListStatement, pageOfList } from '../http/list-statement';
import { busyReading, notFound, unacceptableField } from '../http/problem';
import { refusing } from '../http/refusing';
import { SqlConditions } from '../http/sql-conditions';
import { idempotentRequest, Transactions } from '../http/transactions';
import { COUNT_DECISIONS } from './findings.queries';
import { readHeaderLine, readImportFields } from './import-fields';
import {
  FIRST_REJECTIONS,
  IMPORT_CONDITIONS,
  type ImportRead,
  READ_IMPORT,
  SELECT_IMPORT,
} from './imports.queries';
import { receiveUpload } from './receive-upload';
import { rejectedCsv } from './rejected-csv';

const SHOWN_REJECTIONS = 100;

@Injectable()
export class ImportsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(ENV) private readonly env: ServerEnv,
    private readonly transactions: Transactions,
    private readonly queue: JobQueue,
    private readonly handOuts: HandOuts,
  ) {}

  list(query: ListQuery<typeof IMPORT_LIST>): Promise<Page<Import>> {
    return pageOfList(this.dataSource, this.listed(query), query);
  }

  /** What the list reads. */
  listed({ filter, order }: ListQuery<typeof IMPORT_LIST>): ListStatement<Import, ImportRead> {
    const rows = (stored: ImportRead[]) => stored.map((row) => importOf(row, [], NONE_DECIDED));
    const conditions = addFilters(new SqlConditions(), IMPORT_CONDITIONS, filter);
    return { select: SELECT_IMPORT, conditions, order, rows };
  }

  /** @throws 404 */
  async get(id: string, manager: EntityManager = this.dataSource.manager): Promise<Import> {
    const row = await READ_IMPORT.row(manager, id);
    if (!row) throw notFound('the import');
    const rejected = await FIRST_REJECTIONS.rows(manager, id, SHOWN_REJECTIONS);
    const asWritten = row.kind === 'plans' ? schoolOfPlanList : schoolAsWritten;
    const rejections = rejected.map(({ header, cells, school, ...rejection }) => ({
      ...rejection,
      school: school ?? asWritten(header ?? [], cells),
    }));
    const decisions = await COUNT_DECISIONS.row(manager, id);
    return importOf(row, rejections, decisions ?? NONE_DECIDED);
  }

  /** Receives a file and queues it. What is wrong with it at first sight is said at once. */
  async create(request: FastifyRequest, user: SignedInUser): Promise<Import> {
    const upload = await receiveUpload(request, this.env.dataDir);
    const { path, fileName } = upload;
    let queued: Import;
    try {
      // By its content: two files may have one length.
      const said = [fileName, upload.sha256, [...upload.fields].sort()];
      await idempotentRequest.getStore()?.received(JSON.stringify(said));
      const fields = readImportFields(upload.fields);
      await this.checkFile(path, fields.kind);
      queued = await this.transactions.write(async (manager) => {
        const storedAs = await storeUpload(manager, createReadStream(path));
        const of = { ...fields, storedAs, fileName, requestedById: user.id };
        const { id } = await createImport(manager, of);
        return this.get(id, manager);
      });
    } finally {
      await forgetFile(path);
    }
    await this.queue.nudge('run-import', { importId: queued.id });
    return queued;
  }

  /** How a list of visits would be read; the file is not kept. */
  async columns(request: FastifyRequest): Promise<VisitSheetPreview> {
    const { path, fields } = await receiveUpload(request, this.env.dataDir);
    try {
      const headerLine = readHeaderLine(fields);
      return await previewUpload(path, headerLine);
    } catch (error) {
      throw readingProblem(error);
    } finally {
      await forgetFile(path);
    }
  }

  /** Queues the file of a dry run for real. @throws 404, 409 */
  async apply(id: string, user: SignedInUser): Promise<Import> {
    await this.get(id);
    const queued = await this.transactions.write(async (manager) => {
      const record = await refusing(() => applyDryRun(manager, id, user.id));
      return this.get(record.id, manager);
    });
    await this.queue.nudge('run-import', { importId: queued.id });
    return queued;
  }

  /** @throws 404; 409 when there is nothing to undo, or it is undone already */
  async undo(id: string, user: SignedInUser): Promise<Import> {
    await this.get(id);
    const asked = await this.transactions.write(async (manager) => {
      await refusing(() => requestUndo(manager, id, user.id));
      return this.get(id, manager);
    });
    await this.queue.nudge('undo-import', { importId: id });
    return asked;
  }

  /** @throws 404; 409 when it is not under way any more */
  async stop(id: string, user: SignedInUser): Promise<Import> {
    await this.get(id);
    return this.transactions.write(async (manager) => {
      await refusing(() => stopWork(manager, 'imports', id, user.name));
      return this.get(id, manager);
    });
  }

  /** Every row that was not taken, as a file. @throws 404 */
  async rejected(
    id: string,
    by: { userId: string; source: string },
  ): Promise<{ fileName: string; csv: Readable }> {
    const record = await this.dataSource.getRepository(ImportEntity).findOneBy({ id });
    if (!record) throw notFound('the import');
    await this.handOuts.record({ entity: 'imports', recordId: id, ...by });
    const csv = Readable.from(rejectedCsv(this.dataSource, record));
    return { fileName: `rejected-${record.kind}.csv`, csv };
  }

  private async checkFile(path: string, kind: ImportKind): Promise<void> {
    try {
      await checkUpload(path, kind);
    } catch (error) {
      throw readingProblem(error);
    }
  }
}

const NONE_DECIDED: ImportDecisions = { waiting: 0, suggested: 0, closed: 0, kept: 0 };

function importOf(
  { register, ...row }: ImportRead,
  rejections: ImportRejection[],
  decisions: ImportDecisions,
): Import {
  // What is left to decide changes with each decision; the rest is as the file had it.
  const left = decisions.waiting + decisions.closed + decisions.kept > 0;
  const toDecide = left ? decisions.waiting : register?.toDecide;
  const sayings = register ? sayingsOf({ ...register, toDecide: toDecide ?? 0 }, row.dryRun) : [];
  return { ...row, rejections, sayings, decisions };
}

/** What is wrong with a file is a 422; that too many are read at once, a 503. */
function readingProblem(error: unknown): unknown {
  if (error instanceof ImportProblem) return unacceptableField('file', error.message);
  return error instanceof ReadingBusyError ? busyReading(error) : error;
}
