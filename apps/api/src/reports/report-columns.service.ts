import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ReportColumn } from '@tracker/contract';
import { answerColumn, SCHOOL_COLUMNS } from '@tracker/domain';
import { answerHeading, askedQuestions, kindOfAnswers } from '@tracker/work';
import type { DataSource, EntityManager } from 'typeorm';
import { unacceptableField } from '../http/problem';

/** What figures by school can be made of. */
@Injectable()
export class ReportColumnsService {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async list(manager: EntityManager = this.dataSource.manager): Promise<ReportColumn[]> {
    const questions = await askedQuestions(manager);
    return [
      ...SCHOOL_COLUMNS.map((column) => ({ ...column, isAnswer: false })),
      ...questions.map((question) => ({
        key: answerColumn(question.key),
        heading: answerHeading(question),
        kind: kindOfAnswers(question),
        isAnswer: true,
      })),
    ];
  }

  /** @throws 422 naming the first column that there is not */
  async requireKnown(manager: EntityManager, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const known = new Set((await this.list(manager)).map(({ key }) => key));
    const unknown = keys.find((key) => !known.has(key));
    if (unknown !== undefined) {
      throw unacceptableField('columns', `There is no column "${unknown}".`);
    }
  }
}
