import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type {
  DayOffer,
  DayOfferProposal,
  DayOfferSending,
  SignedInUser,
  Visit,
} from '@tracker/contract';
import { DAY_OFFER, DAY_OFFER_PROPOSAL, DAY_OFFER_SENDING, VISIT } from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one, several } from '../openapi/answers';
import { DAY_OFFER_SPEC } from './day-offer-list';
import {
  NewDayOffersDto,
  PreviewDayOffersDto,
  RemindDayOffersDto,
  ScheduleProposedDayDto,
} from './day-offers.dto';
import { DayOffersService } from './day-offers.service';
import { OfferPreviewService } from './offer-preview.service';

@ApiTags('Days for a school')
@Controller()
export class DayOffersController {
  constructor(
    private readonly offers: DayOffersService,
    private readonly previews: OfferPreviewService,
  ) {}

  @Get('day-offers')
  @ApiOperation({ summary: 'Days offered to schools, and what they answered.' })
  @ApiList('day-offers', DAY_OFFER_SPEC, DAY_OFFER)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DayOffer[]> {
    const query = readListQuery(raw, DAY_OFFER_SPEC);
    return answerList(reply, 'day-offers', query, await this.offers.list(query));
  }

  @Post('day-offers/preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What schools would be offered, and whom it would go to; nothing is sent.',
  })
  @ApiOkResponse(several('A proposal for each school, in the order asked.', DAY_OFFER_PROPOSAL))
  preview(
    @CurrentUser() user: SignedInUser,
    @Body() input: PreviewDayOffersDto,
  ): Promise<DayOfferProposal[]> {
    return this.previews.preview(user, input);
  }

  @Post('day-offers')
  @HttpCode(200)
  @ApiOperation({ summary: 'Offer schools two or three days each, by one email a school.' })
  @ApiOkResponse(one(DAY_OFFER_SENDING))
  send(
    @CurrentUser() user: SignedInUser,
    @Body() input: NewDayOffersDto,
  ): Promise<DayOfferSending> {
    return this.offers.send(user, input);
  }

  @Post('day-offers/remind')
  @HttpCode(200)
  @ApiOperation({ summary: 'Remind schools that have not answered, once a day each.' })
  @ApiOkResponse(one(DAY_OFFER_SENDING))
  remind(
    @CurrentUser() user: SignedInUser,
    @Body() input: RemindDayOffersDto,
  ): Promise<DayOfferSending> {
    return this.offers.remind(user, input);
  }

  @Post('day-offers/:id/withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: 'Withdraw offered days: their places are free again.' })
  @ApiOkResponse(one(DAY_OFFER))
  @ApiConflictResponse({ description: 'The school has answered already.' })
  withdraw(@CurrentUser() user: SignedInUser, @Param('id', IdPipe) id: string): Promise<DayOffer> {
    return this.offers.withdraw(user, id);
  }

  @Post('day-offers/:id/seen')
  @HttpCode(200)
  @ApiOperation({ summary: 'What the school answered has been seen to.' })
  @ApiOkResponse(one(DAY_OFFER))
  see(@CurrentUser() user: SignedInUser, @Param('id', IdPipe) id: string): Promise<DayOffer> {
    return this.offers.see(user, id);
  }

  @Post('day-offers/:id/schedule')
  @HttpCode(200)
  @ApiOperation({ summary: 'A confirmed visit on a day that the school proposed.' })
  @ApiOkResponse(one(DAY_OFFER))
  @ApiConflictResponse({ description: 'Overtaken, or with warnings that nobody has accepted.' })
  schedule(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: ScheduleProposedDayDto,
  ): Promise<DayOffer> {
    return this.offers.schedule(user, id, input);
  }

  @Post('visits/:id/can-after-all')
  @HttpCode(200)
  @ApiOperation({ summary: 'The school can make its visit after all.' })
  @ApiOkResponse(one(VISIT))
  canAfterAll(@CurrentUser() user: SignedInUser, @Param('id', IdPipe) id: string): Promise<Visit> {
    return this.offers.canAfterAll(user, id);
  }
}
