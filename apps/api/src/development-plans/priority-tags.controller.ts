import { Body, Controller, Delete, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { AnswerTagging, SignedInUser } from '@tracker/contract';
import { ANSWER_TAGGING } from '@tracker/contract/shapes';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { one } from '../openapi/answers';
import { NewPriorityTaggingDto } from './plans.dto';
import { PriorityTagsService } from './priority-tags.service';

@ApiTags('Music development plans')
@Controller('tagged-priorities')
export class PriorityTagsController {
  constructor(private readonly tags: PriorityTagsService) {}

  @Post()
  @ApiOperation({
    summary: 'Give what a school wants to do next a label, of the list or a new one.',
  })
  @ApiCreatedResponse(one(ANSWER_TAGGING))
  @ApiNotFoundResponse({ description: 'No confirmed plan says so.' })
  tag(
    @CurrentUser() user: SignedInUser,
    @Body() input: NewPriorityTaggingDto,
  ): Promise<AnswerTagging> {
    return this.tags.tag(user, input);
  }

  @Delete(':id')
  @ApiOperation({
    summary: 'Take a label from it; it leaves the list when no other text has it.',
  })
  @ApiOkResponse(one(ANSWER_TAGGING))
  untag(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
  ): Promise<AnswerTagging> {
    return this.tags.untag(user, id);
  }
}
