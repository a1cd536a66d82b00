import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AgreedVisit, OfferedDays } from '@tracker/contract';
import { AGREED_VISIT, OFFERED_DAYS } from '@tracker/contract/shapes';
import type { FastifyRequest } from 'fastify';
import { one } from '../openapi/answers';
import { AgreedVisitService } from './agreed-visit.service';
import { OfferedDaysService } from './offered-days.service';
import { AnswerTokenDto, CannotMakeVisitDto, OfferedDaysAnswerDto } from './school-link.dto';

/** Open to whoever has a link. The token comes in the body, so that it stands in no log. */
@ApiTags('Days for a school')
@Controller()
export class SchoolLinksController {
  constructor(
    private readonly days: OfferedDaysService,
    private readonly visit: AgreedVisitService,
  ) {}

  @Post('offered-days')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a link to offered days opens; nothing is changed by it.' })
  @ApiOkResponse(one(OFFERED_DAYS))
  openDays(@Body() { token }: AnswerTokenDto, @Req() { ip }: FastifyRequest): Promise<OfferedDays> {
    return this.days.open(token, ip);
  }

  @Post('offered-days/answer')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take one of the days, say that none suits, or propose others.' })
  @ApiOkResponse(one(OFFERED_DAYS))
  @ApiConflictResponse({ description: 'Answered already, or the day was taken meanwhile.' })
  answerDays(
    @Body() input: OfferedDaysAnswerDto,
    @Req() { ip }: FastifyRequest,
  ): Promise<OfferedDays> {
    return this.days.answer(input, ip);
  }

  @Post('agreed-visit')
  @HttpCode(200)
  @ApiOperation({ summary: 'The visit that a link is about; nothing is changed by it.' })
  @ApiOkResponse(one(AGREED_VISIT))
  openVisit(
    @Body() { token }: AnswerTokenDto,
    @Req() { ip }: FastifyRequest,
  ): Promise<AgreedVisit> {
    return this.visit.open(token, ip);
  }

  @Post('agreed-visit/cannot')
  @HttpCode(200)
  @ApiOperation({ summary: 'The school cannot make the day; nothing is cancelled by it.' })
  @ApiOkResponse(one(AGREED_VISIT))
  @ApiConflictResponse({ description: 'The visit is over, or does not take place.' })
  cannotMake(
    @Body() input: CannotMakeVisitDto,
    @Req() { ip }: FastifyRequest,
  ): Promise<AgreedVisit> {
    return this.visit.cannot(input, ip);
  }
}
