import { Body, Controller, Delete, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type {
  PlanningWindows,
  SchoolAvailabilityOnRecord,
  SignedInUser,
  VisitorAbsence,
  VisitorCapacityOnRecord,
  VisitorsTime,
} from '@tracker/contract';
import {
  PLANNING_WINDOWS,
  SCHOOL_AVAILABILITY,
  VISITOR_ABSENCE,
  VISITOR_CAPACITY,
  VISITORS_TIME,
} from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';
import { AcademicYearPipe } from '../targets/academic-year.pipe';
import {
  NewVisitorAbsenceDto,
  SavePlanningWindowsDto,
  SaveSchoolAvailabilityDto,
  SaveVisitorCapacityDto,
} from './capacity.dto';
import { PlanningWindowsService } from './planning-windows.service';
import { SchoolAvailabilityService } from './school-availability.service';
import { ABSENCE_SPEC, VisitorAbsencesService } from './visitor-absences.service';
import { VisitorCapacityService } from './visitor-capacity.service';
import { VisitorsTimeService } from './visitors-time.service';

const NO_VISITOR = { description: 'Nobody with this id visits schools.' };

@ApiTags('Planning')
@Controller()
export class CapacityController {
  constructor(
    private readonly capacities: VisitorCapacityService,
    private readonly absences: VisitorAbsencesService,
    private readonly windows: PlanningWindowsService,
    private readonly availability: SchoolAvailabilityService,
    private readonly time: VisitorsTimeService,
  ) {}

  @Get('visitors/:id/capacity')
  @ApiOperation({ summary: 'How much a visitor can take, and on which weekdays.' })
  @ApiOkResponse(one(VISITOR_CAPACITY))
  @ApiNotFoundResponse(NO_VISITOR)
  capacity(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
  ): Promise<VisitorCapacityOnRecord> {
    return this.capacities.get(user, id);
  }

  @Put('visitors/:id/capacity')
  @ApiOperation({ summary: 'Set it; of themselves, a person sets their weekdays and their start.' })
  @ApiOkResponse(one(VISITOR_CAPACITY))
  @ApiNotFoundResponse(NO_VISITOR)
  saveCapacity(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: SaveVisitorCapacityDto,
  ): Promise<VisitorCapacityOnRecord> {
    return this.capacities.save(user, id, input);
  }

  @Get('visitors-time/:academicYear')
  @ApiOperation({ summary: 'What all visitors can take in a year, beside the visits it aims at.' })
  @ApiOkResponse(one(VISITORS_TIME))
  timeOf(@Param('academicYear', AcademicYearPipe) academicYear: string): Promise<VisitorsTime> {
    return this.time.get(academicYear);
  }

  @Get('visitor-absences')
  @ApiOperation({ summary: 'Days on which visitors are away, the latest first.' })
  @ApiList('visitor-absences', ABSENCE_SPEC, VISITOR_ABSENCE)
  async listAbsences(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VisitorAbsence[]> {
    const query = readListQuery(raw, ABSENCE_SPEC);
    return answerList(reply, 'visitor-absences', query, await this.absences.list(query));
  }

  @Post('visitor-absences')
  @ApiOperation({ summary: 'Say when somebody is away; nobody asks why.' })
  @ApiCreatedResponse(one(VISITOR_ABSENCE))
  addAbsence(
    @CurrentUser() user: SignedInUser,
    @Body() input: NewVisitorAbsenceDto,
  ): Promise<VisitorAbsence> {
    return this.absences.create(user, input);
  }

  @Delete('visitor-absences/:id')
  @ApiOperation({ summary: 'Take an absence away.' })
  @ApiOkResponse(one(VISITOR_ABSENCE))
  removeAbsence(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
  ): Promise<VisitorAbsence> {
    return this.absences.remove(user, id);
  }

  @Get('planning-windows/:academicYear')
  @ApiOperation({
    summary: 'Days of a year on which schools of some phases are not visited; suggested at first.',
  })
  @ApiOkResponse(one(PLANNING_WINDOWS))
  windowsOf(@Param('academicYear') academicYear: string): Promise<PlanningWindows> {
    return this.windows.get(academicYear);
  }

  @Put('planning-windows/:academicYear')
  @ApiOperation({ summary: 'Set the whole list of a year.' })
  @ApiOkResponse(one(PLANNING_WINDOWS))
  saveWindows(
    @Param('academicYear') academicYear: string,
    @Body() input: SavePlanningWindowsDto,
  ): Promise<PlanningWindows> {
    return this.windows.save(academicYear, input);
  }

  @Get('schools/:id/availability')
  @ApiOperation({ summary: 'What a school says of the days on which it can be visited.' })
  @ApiOkResponse(one(SCHOOL_AVAILABILITY))
  availabilityOf(@Param('id', IdPipe) id: string): Promise<SchoolAvailabilityOnRecord> {
    return this.availability.get(id);
  }

  @Put('schools/:id/availability')
  @ApiOperation({ summary: 'Write down what the school says.' })
  @ApiOkResponse(one(SCHOOL_AVAILABILITY))
  saveAvailability(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: SaveSchoolAvailabilityDto,
  ): Promise<SchoolAvailabilityOnRecord> {
    return this.availability.save(user, id, input);
  }
}
