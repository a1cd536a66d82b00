import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInUser, Visit } from '@tracker/contract';
import { VISIT } from '@tracker/contract/shapes';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { one } from '../openapi/answers';
import { UnvoidVisitDto, VisitToSchoolDto, VoidVisitDto } from './visit-taking-back.dto';
import { VisitToSchoolService } from './visit-to-school.service';
import { VisitVoidService } from './visit-void.service';

/** A visit that should not be on record, or not there. */
@ApiTags('Visits')
@Controller('visits')
export class VisitTakingBackController {
  constructor(
    private readonly voids: VisitVoidService,
    private readonly schools: VisitToSchoolService,
  ) {}

  @Post(':id/void')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Make a completed, cancelled or not held visit void: it counts nowhere from then on and is kept, with its outcome, survey and actions.',
  })
  @ApiOkResponse(one(VISIT))
  void(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: VoidVisitDto,
  ): Promise<Visit> {
    return this.voids.void(user, id, input);
  }

  @Post(':id/unvoid')
  @HttpCode(200)
  @ApiOperation({ summary: 'Bring a void visit back: it is again what it was, and counts again.' })
  @ApiOkResponse(one(VISIT))
  unvoid(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: UnvoidVisitDto,
  ): Promise<Visit> {
    return this.voids.unvoid(user, id, input);
  }

  @Post(':id/to-school')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Put a completed, cancelled or not held visit at the school that was visited, with its outcome, survey, actions and people met, and the visits still planned that were agreed at it.',
  })
  @ApiOkResponse(one(VISIT))
  toSchool(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: VisitToSchoolDto,
  ): Promise<Visit> {
    return this.schools.toSchool(user, id, input);
  }
}
