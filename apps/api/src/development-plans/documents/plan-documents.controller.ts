import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConflictResponse,
  ApiGoneResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPayloadTooLargeResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { PlanDocument, PlanDocumentReading, SignedInUser } from '@tracker/contract';
import { PLAN_DOCUMENT, PLAN_DOCUMENT_READING } from '@tracker/contract/shapes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentUser } from '../../auth/request-user';
import { TakesUpload } from '../../http/body-kind';
import { IdPipe } from '../../http/id.pipe';
import { answerList } from '../../http/list-answer';
import { readListQuery } from '../../http/list-query';
import { ListQueryDto } from '../../http/list-query.dto';
import { ApiList, one } from '../../openapi/answers';
import { PlanCaptureService } from './capture.service';
import { PlanDecisionService } from './decision.service';
import { DOCUMENT_SPEC } from './document-list';
import { PlanDocumentsService } from './documents.service';
import { PlanConfirmationDto, PlanRejectionDto, PlanUploadDto } from './plan-documents.dto';

const FILE = { schema: { type: 'string', format: 'binary' }, example: '(the file)' } as const;

@ApiTags('Music development plans')
@Controller('plan-documents')
export class PlanDocumentsController {
  constructor(
    private readonly documents: PlanDocumentsService,
    private readonly capturing: PlanCaptureService,
    private readonly decisions: PlanDecisionService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Schools’ plans as they were captured, the latest first.' })
  @ApiList('plan-documents', DOCUMENT_SPEC, PLAN_DOCUMENT)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanDocument[]> {
    const query = readListQuery(raw, DOCUMENT_SPEC);
    return answerList(reply, 'plan-documents', query, await this.documents.list(query));
  }

  @Post()
  @HttpCode(202)
  @TakesUpload()
  @ApiBody({ type: PlanUploadDto })
  @ApiOperation({
    summary: 'Capture a plan, as a file of 10 MB at most or as text; look at it for what was read.',
  })
  @ApiAcceptedResponse(one(PLAN_DOCUMENT))
  @ApiNotFoundResponse({ description: 'The school is not on record.' })
  @ApiConflictResponse({
    description:
      'It is captured already; `current` is the document. Of another school it is taken with `shared`, which `errors` then names.',
  })
  @ApiPayloadTooLargeResponse({ description: 'The file is larger than 10 MB.' })
  capture(
    @Req() request: FastifyRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<PlanDocument> {
    return this.capturing.capture(request, user);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One document with its text and what was read in it.' })
  @ApiOkResponse(one(PLAN_DOCUMENT_READING))
  get(@Param('id', IdPipe) id: string): Promise<PlanDocumentReading> {
    return this.documents.reading(id);
  }

  @Get(':id/original')
  @ApiOperation({ summary: 'The document as it was captured.' })
  @ApiOkResponse({
    description: 'The file, to be saved.',
    content: {
      'application/pdf': FILE,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document': FILE,
      'application/octet-stream': FILE,
      'text/html': { schema: { type: 'string' }, example: '<h1>Music development plan</h1>' },
      'text/plain': { schema: { type: 'string' }, example: 'Music development plan' },
    },
  })
  @ApiGoneResponse({ description: 'It could not be read, or was kept for as long as it may be.' })
  original(
    @Param('id', IdPipe) id: string,
    @CurrentUser() user: SignedInUser,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return this.documents.original(id, { userId: user.id, source: request.id });
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Confirm what a document says, or correct what was confirmed; its plan is known then.',
  })
  @ApiOkResponse(one(PLAN_DOCUMENT_READING))
  confirm(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: PlanConfirmationDto,
  ): Promise<PlanDocumentReading> {
    return this.decisions.confirm(user, id, input);
  }

  @Post(':id/reject')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Throw a document away; what was confirmed of it is taken back.',
  })
  @ApiOkResponse(one(PLAN_DOCUMENT))
  reject(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: PlanRejectionDto,
  ): Promise<PlanDocument> {
    return this.decisions.reject(user, id, input);
  }
}
