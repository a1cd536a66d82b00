import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiForbiddenResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AuditEntry } from '@tracker/contract';
import { AUDIT_ENTRY } from '@tracker/contract/shapes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExportQueryDto } from '../exports/export-query';
import { ExportsService } from '../exports/exports.service';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiExport } from '../openapi/api-export';
import { ApiList } from '../openapi/answers';
import { AUDIT_SPEC, HISTORY_SPEC } from './audit-list';
import { AuditService } from './audit.service';
import { AUDIT_EXPORT } from './audit-export';

@ApiTags('Audit')
@Controller()
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly exports: ExportsService,
  ) {}

  @Get('audit')
  @ApiOperation({ summary: 'Everything that happened, the latest first; for administrators.' })
  @ApiList('audit', AUDIT_SPEC, AUDIT_ENTRY)
  @ApiForbiddenResponse({ description: 'Only an administrator reads the audit trail.' })
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuditEntry[]> {
    const query = readListQuery(raw, AUDIT_SPEC);
    return answerList(reply, 'audit', query, await this.audit.list(query));
  }

  @Get('audit/export')
  @ApiExport('audit', AUDIT_SPEC, 'The audit trail as a file.')
  @ApiForbiddenResponse({ description: 'Only an administrator reads the audit trail.' })
  export(@Query() asked: ExportQueryDto, @Req() request: FastifyRequest): Promise<StreamableFile> {
    return this.exports.send(request, asked, AUDIT_EXPORT, {
      spec: AUDIT_SPEC,
      statement: (query) => this.audit.listed(query),
    });
  }

  @Get('history')
  @ApiOperation({
    summary: 'What happened to a school, visit or region and what hangs on it, the latest first.',
  })
  @ApiList('history', HISTORY_SPEC, AUDIT_ENTRY)
  async history(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuditEntry[]> {
    const query = readListQuery(raw, HISTORY_SPEC);
    return answerList(reply, 'history', query, await this.audit.history(query));
  }
}
