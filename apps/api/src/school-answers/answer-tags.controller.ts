import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { AnswerTag, AnswerTagging, SignedInUser } from '@tracker/contract';
import { ANSWER_TAG, ANSWER_TAGGING } from '@tracker/contract/shapes';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { one, several } from '../openapi/answers';
import { AnswerTagsService } from './answer-tags.service';
import { NewAnswerTaggingDto } from './survey-summary.dto';

@ApiTags('What schools told us')
@Controller()
export class AnswerTagsController {
  constructor(private readonly tags: AnswerTagsService) {}

  @Get('answer-tags')
  @ApiOperation({ summary: 'Labels of what schools wrote, the one of most texts first.' })
  @ApiOkResponse(several('All labels.', ANSWER_TAG))
  list(): Promise<AnswerTag[]> {
    return this.tags.list();
  }

  @Post('tagged-answers')
  @ApiOperation({ summary: 'Give a text a label, of the list or a new one.' })
  @ApiCreatedResponse(one(ANSWER_TAGGING))
  @ApiNotFoundResponse({ description: 'The text is not on record.' })
  tag(
    @CurrentUser() user: SignedInUser,
    @Body() input: NewAnswerTaggingDto,
  ): Promise<AnswerTagging> {
    return this.tags.tag(user, input);
  }

  @Delete('tagged-answers/:id')
  @ApiOperation({
    summary: 'Take a label from a text; it leaves the list when no other text has it.',
  })
  @ApiOkResponse(one(ANSWER_TAGGING))
  untag(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
  ): Promise<AnswerTagging> {
    return this.tags.untag(user, id);
  }
}
