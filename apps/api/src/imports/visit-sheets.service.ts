import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type Import,
  type IMPORT_ROW_LIST,
  type ImportRow,
  SEVERAL_COLUMNS,
  type SignedInUser,
  VISIT_ROW_OUTCOMES,
  VISIT_SHEET_FIELDS,
  type VisitReading,
  type VisitRowOutcome,
  type VisitSheetField,
} from '@tracker/contract';
import { checkVisitedOn } from '@tracker/domain';
import {
  Clock,
  decideRow,
  JobQueue,
  nameVisitor,
  requestCheck,
  requestRun,
  requireChecked,
  visitorsOfFile,
} from '@tracker/work';
import { ImportEntity, SchoolEntity, sql, UserEntity } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { addFilters } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { asStored, pageOfList } from '../http/list-statement';
import { notFound, unacceptable, unacceptableField } from '../http/problem';
import { refusing } from '../http/refusing';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { ImportsService } from './imports.service';
import {
  COUNT_OUTCOMES,
  IMPORT_ROW_CONDITIONS,
  READ_ROW,
  SELECT_READING,
  SELECT_ROW,
} from './visit-rows.queries';
import type { RowDecisionDto, VisitorChoiceDto, VisitReadingOptionsDto } from './visit-sheets.dto';

const NOTHING_READ: Pick<VisitReading, 'sheets' | 'questions' | 'notices'> = {
  sheets: [],
  questions: [],
  notices: [],
};
const LONGEST_ANSWERS = 20_000;

/** Files of visits between being sent and being written: looked at and put right. */
@Injectable()
export class VisitSheetsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly imports: ImportsService,
    private readonly transactions: Transactions,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 */
  async reading(
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<VisitReading> {
    const record = await visitsImport(manager, id);
    const kept = await SELECT_READING.row(manager, id);
    const counted = await COUNT_OUTCOMES.rows(manager, id);
    const counts = Object.fromEntries(VISIT_ROW_OUTCOMES.map((outcome) => [outcome, 0])) as Record<
      VisitRowOutcome,
      number
    >;
    const handedBack: VisitReading['handedBack'] = {};
    for (const { outcome, handedBackFor, count } of counted) {
      counts[outcome] += count;
      if (handedBackFor !== null) Object.assign(handedBack, { [handedBackFor]: count });
    }
    const { sheets, questions, notices } = kept?.reading ?? NOTHING_READ;
    const { sheets: chosen, answers, takeChanges } = record.options;
    return {
      ...{ importId: id, version: record.version, sheets, questions, notices, counts, handedBack },
      visitors: await visitorsOfFile(manager, id),
      options: {
        ...(chosen && { sheets: chosen }),
        ...(answers && { answers }),
        ...(takeChanges !== undefined && { takeChanges }),
      },
      mayRun: record.dryRun && record.status === 'done' && kept?.current === true,
    };
  }

  /** @throws 404 */
  async rows(id: string, query: ListQuery<typeof IMPORT_ROW_LIST>): Promise<Page<ImportRow>> {
    await visitsImport(this.dataSource.manager, id);
    const ofImport = new SqlConditions().add(sql`r.import_id = ${id}`);
    const conditions = addFilters(ofImport, IMPORT_ROW_CONDITIONS, query.filter);
    const select = SELECT_ROW;
    const list = { select, conditions, order: query.order, rows: asStored<ImportRow> };
    return pageOfList(this.dataSource, list, query);
  }

  /** Reads the file again by other options; decisions on rows stay. @throws 404, 409, 422 */
  async check(id: string, options: VisitReadingOptionsDto): Promise<Import> {
    refuseWrong(options);
    const queued = await this.transactions.write(async (manager) => {
      await visitsImport(manager, id);
      await refusing(() => requestCheck(manager, id, options));
      return this.imports.get(id, manager);
    });
    await this.queue.nudge('run-import', { importId: id });
    return queued;
  }

  /** Writes what was checked; asked twice, it is done once. @throws 404, 409 */
  async run(id: string): Promise<Import> {
    const queued = await this.transactions.write(async (manager) => {
      await visitsImport(manager, id);
      await refusing(() => requestRun(manager, id));
      return this.imports.get(id, manager);
    });
    await this.queue.nudge('run-import', { importId: id });
    return queued;
  }

  /** @throws 404, 409, 422 */
  decide(
    user: SignedInUser,
    id: string,
    rowId: string,
    decision: RowDecisionDto,
  ): Promise<ImportRow> {
    const today = this.clock.today();
    const day = decision.visitedOn ? checkVisitedOn(decision.visitedOn, today) : null;
    if (day !== null) throw unacceptableField('visitedOn', day);
    return this.transactions.write(async (manager) => {
      await visitsImport(manager, id);
      const { options } = await refusing(() => requireChecked(manager, id));
      const { schoolId } = decision;
      if (schoolId && !(await manager.existsBy(SchoolEntity, { id: schoolId }))) {
        throw unacceptableField('schoolId', 'There is no such school.');
      }
      const by = { userId: user.id, today, takeChanges: options.takeChanges ?? false };
      const said = { ...decision };
      const found = await refusing(() => decideRow(manager, id, rowId, said, by));
      if (!found) throw notFound('the row');
      const row = await READ_ROW.row(manager, id, rowId);
      if (!row) throw notFound('the row');
      return row;
    });
  }

  /** @throws 404, 409, 422 */
  nameVisitor(
    user: SignedInUser,
    id: string,
    { name, userId }: VisitorChoiceDto,
  ): Promise<VisitReading> {
    return this.transactions.write(async (manager) => {
      await visitsImport(manager, id);
      const { options } = await refusing(() => requireChecked(manager, id));
      if (userId && !(await manager.existsBy(UserEntity, { id: userId }))) {
        throw unacceptableField('userId', 'There is no such account.');
      }
      const { takeChanges = false } = options;
      const by = { userId: user.id, today: this.clock.today(), takeChanges };
      await refusing(() => nameVisitor(manager, id, { name, visitorId: userId ?? null }, by));
      return this.reading(id, manager);
    });
  }
}

/** @throws 404 */
async function visitsImport(manager: EntityManager, id: string): Promise<ImportEntity> {
  const record = await manager.findOneBy(ImportEntity, { id, kind: 'visits' });
  if (!record) throw notFound('the import of visits');
  return record;
}

/** What the DTO cannot say of itself. @throws 422 */
function refuseWrong({ sheets = [], answers = {} }: VisitReadingOptionsDto): void {
  const errors = sheets.flatMap(({ mapping = {} }, at) =>
    Object.entries(mapping).flatMap(([field, columns]) => {
      const message = columnsProblem(field, columns);
      return message === null ? [] : [{ field: `sheets.${at}.mapping.${field}`, message }];
    }),
  );
  const texts = Object.values(answers).every((answer) => typeof answer === 'string');
  if (!texts || JSON.stringify(answers).length > LONGEST_ANSWERS) {
    errors.push({ field: 'answers', message: 'answers is an object of questions and answers.' });
  }
  if (errors.length > 0) throw unacceptable(errors);
}

function columnsProblem(field: string, columns: unknown): string | null {
  if (!(VISIT_SHEET_FIELDS as readonly string[]).includes(field)) {
    return `There is no field "${field}"; there are ${VISIT_SHEET_FIELDS.join(', ')}.`;
  }
  const several = SEVERAL_COLUMNS.includes(field as VisitSheetField);
  if (Array.isArray(columns) && (!several || columns.length > 50)) {
    return several ? 'At most 50 columns.' : 'This field has one column.';
  }
  const whole = [columns].flat().every((each) => Number.isInteger(each) && Number(each) >= 0);
  return whole ? null : 'A column is a whole number, 0 the first.';
}
