import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PLAN_DOCUMENT_LIST, PlanDocument, PlanDocumentReading } from '@tracker/contract';
import type { DocumentFormat } from '@tracker/domain';
import { fileContent, findFile, PlanDocumentEntity } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { addFilters } from '../../http/filter-conditions';
import { HandOuts } from '../../http/hand-outs';
import type { Page } from '../../http/list-answer';
import type { ListQuery } from '../../http/list-query';
import { type CountedRows, pageOf } from '../../http/page-of';
import { notFound, ProblemException } from '../../http/problem';
import { SqlConditions } from '../../http/sql-conditions';
import { COUNTED_DOCUMENTS, READ_DOCUMENT, SELECT_DOCUMENT } from './document.queries';
import { DOCUMENT_CONDITIONS } from './document-list';
import { documentReading } from './document-reading';

const KINDS: Record<DocumentFormat, { type: string; ending: string }> = {
  pdf: { type: 'application/pdf', ending: 'pdf' },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
  },
  html: { type: 'text/html', ending: 'html' },
  text: { type: 'text/plain', ending: 'txt' },
};
const NOT_JUDGED = { type: 'application/octet-stream', ending: 'bin' };
const PASTED = { type: 'text/plain; charset=utf-8', ending: 'txt' };

/** Captured plans with what was read in them (rules 21, 22). */
@Injectable()
export class PlanDocumentsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly handOuts: HandOuts,
  ) {}

  list(query: ListQuery<typeof PLAN_DOCUMENT_LIST>): Promise<Page<PlanDocument>> {
    return pageOf<PlanDocument>(
      this.dataSource,
      { ...this.listed(query), order: query.order },
      query,
    );
  }

  /** What the list reads. */
  listed({ filter }: Pick<ListQuery<typeof PLAN_DOCUMENT_LIST>, 'filter'>): CountedRows {
    const conditions = addFilters(new SqlConditions(), DOCUMENT_CONDITIONS, filter);
    return { select: SELECT_DOCUMENT, counted: COUNTED_DOCUMENTS, conditions };
  }

  /** @throws 404 */
  async get(id: string, manager: EntityManager = this.dataSource.manager): Promise<PlanDocument> {
    const document = await READ_DOCUMENT.row(manager, id);
    if (!document) throw notFound('the document');
    return document;
  }

  /** @throws 404 */
  async reading(
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<PlanDocumentReading> {
    return documentReading(manager, await this.get(id, manager));
  }

  /**
   * The document as it was captured, never to be shown in place. That it was handed out, and to whom, is
   * in the audit trail before its first byte leaves.
   *
   * @throws 404; 410 where the original is not kept
   */
  async original(id: string, by: { userId: string; source: string }): Promise<StreamableFile> {
    const row = await this.dataSource.getRepository(PlanDocumentEntity).findOneBy({ id });
    if (!row) throw notFound('the document');
    const file = row.fileId === null ? null : await findFile(this.dataSource, row.fileId);
    if (!file) throw new ProblemException(410, 'The original of this document is not kept.');
    const { format, bytes } = row;
    const judged = format === null ? NOT_JUDGED : KINDS[format];
    const { type, ending } = row.fileName === null ? PASTED : judged;
    const details = { format, bytes };
    await this.handOuts.record({ entity: 'plan_documents', recordId: id, ...by, details });
    const content = Readable.from(fileContent(this.dataSource, file), { objectMode: false });
    return new StreamableFile(content, {
      ...{ type, length: file.bytes },
      disposition: `attachment; filename="music-development-plan-${id.slice(0, 8)}.${ending}"`,
    });
  }
}
