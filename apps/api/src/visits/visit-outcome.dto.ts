import {
  ApiProperty,
  ApiPropertyOptional,
  ApiSchema,
  IntersectionType,
  PartialType,
} from '@nestjs/swagger';
import {
  CONTACT_ROLES,
  type ContactRole,
  type NewAction,
  type FollowUpVisit,
  type LogVisit,
  type CorrectVisit,
  type PersonToMeet,
  type NewOutcome,
} from '@tracker/contract';
import { ENGAGEMENT_LEVELS, type EngagementLevel, LIMITS } from '@tracker/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../http/is-day';
import { IsEmailAddress } from '../http/is-email-address';
import { Trimmed } from '../http/trimmed';
import { UpTo } from '../http/up-to';
import { VisitSurveyDto } from '../surveys/surveys.dto';
import { TransitionDto } from './transition.dto';
import { TIME, TIME_MESSAGE, VISITOR_MESSAGE } from './visit-warnings.dto';

export class AgreedActionDto implements NewAction {
  @ApiProperty({ example: 'Send the instrument hire form' })
  @Trimmed()
  @IsString({ message: 'Say what is to be done.' })
  @Matches(/\S/, { message: 'Say what is to be done.' })
  @UpTo(LIMITS.action.title, 'The title of an action')
  title: string;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @UpTo(LIMITS.action.detail, 'The detail of an action')
  detail?: string | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'The owner is the id of a user.' })
  ownerId?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '2025-01-17' })
  @IsOptional()
  @IsDay()
  dueOn?: string | null;

  @ApiPropertyOptional({ enum: ['low', 'normal', 'high'], default: 'normal' })
  @IsOptional()
  @IsIn(['low', 'normal', 'high'], { message: 'The priority is low, normal or high.' })
  priority?: 'low' | 'normal' | 'high';
}

/** A contact of the school by its id, or somebody new by name and role. */
@ApiSchema({ name: 'PersonMetDto' })
export class PersonMetDto implements PersonToMeet {
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'The contact is an id.' })
  contactId?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Jo Marsh' })
  @IsOptional()
  @Trimmed()
  @IsString({ message: 'The name is a text.' })
  @UpTo(LIMITS.contact.name, 'The name')
  name?: string | null;

  @ApiPropertyOptional({ enum: CONTACT_ROLES, nullable: true })
  @IsOptional()
  @IsIn(CONTACT_ROLES, { message: 'The role is head_teacher, music_lead or other.' })
  role?: ContactRole | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'music@school.example' })
  @IsOptional()
  @Trimmed()
  @IsEmailAddress()
  @UpTo(LIMITS.contact.email, 'The email address')
  email?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '01632 960123' })
  @IsOptional()
  @IsString({ message: 'The telephone number is a text.' })
  @UpTo(LIMITS.contact.telephone, 'The telephone number')
  telephone?: string | null;
}

export class FollowUpVisitDto implements FollowUpVisit {
  @ApiPropertyOptional({ type: String, nullable: true, example: '2025-03-04' })
  @IsOptional()
  @IsDay()
  scheduledOn?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '09:30' })
  @IsOptional()
  @Matches(TIME, { message: TIME_MESSAGE })
  startTime?: string | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: VISITOR_MESSAGE })
  visitorId?: string | null;

  @ApiProperty({ example: 'See the first whole-class lesson' })
  @Trimmed()
  @IsString({ message: 'Say what the follow-up visit is for.' })
  @Matches(/\S/, { message: 'Say what the follow-up visit is for.' })
  @UpTo(LIMITS.visit.followUpReason, 'What the follow-up visit is for')
  reason: string;
}

/** What a visitor writes down; a correction may change all of it. */
class FindingsDto {
  @ApiProperty({ example: '2024-12-03' })
  @IsDay()
  visitedOn: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Jo Marsh, music lead' })
  @IsOptional()
  @Trimmed()
  @IsString({ message: 'Whom you met is a text.' })
  @UpTo(LIMITS.visit.metWith, 'Whom you met')
  metWith?: string | null;

  @ApiPropertyOptional({ type: [PersonMetDto] })
  @IsOptional()
  @IsArray({ message: 'The people you met are a list.' })
  @ArrayMaxSize(LIMITS.visit.peopleMet, { message: 'At most 20 people met at one visit.' })
  // A list in the place of one would pass as nothing to check.
  @IsObject({ each: true, message: 'Each entry is an object.' })
  @ValidateNested({ each: true })
  @Type(() => PersonMetDto)
  peopleMet?: PersonMetDto[];

  @ApiProperty({
    example: 'Two choirs, no whole-class instrumental teaching; wants help with the plan.',
  })
  @Trimmed()
  @IsString({ message: 'Write down what you found.' })
  @Matches(/\S/, { message: 'Write down what you found.' })
  @UpTo(LIMITS.visit.summary, 'What you found')
  summary: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'A choir in every year group' })
  @IsOptional()
  @Trimmed()
  @IsString({ message: 'What is strong is a text.' })
  @UpTo(LIMITS.visit.strengths, 'What is strong')
  strengths?: string | null;

  @ApiPropertyOptional({ type: [String], format: 'uuid', description: 'Of /api/outcome-tags' })
  @IsOptional()
  @IsArray({ message: 'The strengths are a list.' })
  @ArrayMaxSize(LIMITS.visit.tags, { message: 'At most 50 strengths.' })
  @IsUUID(undefined, { each: true, message: 'A strength is the id of a tag.' })
  strengthTagIds?: string[];

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Nobody to teach instruments' })
  @IsOptional()
  @Trimmed()
  @IsString({ message: 'What is needed is a text.' })
  @UpTo(LIMITS.visit.needs, 'What is needed')
  needs?: string | null;

  @ApiPropertyOptional({ type: [String], format: 'uuid', description: 'Of /api/outcome-tags' })
  @IsOptional()
  @IsArray({ message: 'The needs are a list.' })
  @ArrayMaxSize(LIMITS.visit.tags, { message: 'At most 50 needs.' })
  @IsUUID(undefined, { each: true, message: 'A need is the id of a tag.' })
  needTagIds?: string[];

  @ApiPropertyOptional({
    type: Number,
    enum: ENGAGEMENT_LEVELS,
    nullable: true,
    description: '1 not engaged, 2 getting started, 3 engaged, 4 leading',
  })
  @IsOptional()
  @IsIn(ENGAGEMENT_LEVELS, { message: 'The level of engagement is 1, 2, 3 or 4.' })
  engagementLevel?: EngagementLevel | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Came to both networks' })
  @IsOptional()
  @Trimmed()
  @IsString({ message: 'The reason for the level is a text.' })
  @UpTo(LIMITS.visit.engagementReason, 'The reason for the level')
  engagementReason?: string | null;

  @ApiPropertyOptional({ type: VisitSurveyDto })
  @IsOptional()
  @IsObject({ message: 'The survey is an object of a version and its answers.' })
  @ValidateNested()
  @Type(() => VisitSurveyDto)
  survey?: VisitSurveyDto;
}

/** What came of a visit: what was found and what was agreed. */
@ApiSchema({ name: 'LogOutcomeDto' })
export class OutcomeDto extends FindingsDto implements NewOutcome {
  @ApiPropertyOptional({ type: [AgreedActionDto] })
  @IsOptional()
  @IsArray({ message: 'Actions are a list.' })
  @ArrayMaxSize(LIMITS.visit.actions, { message: 'At most 50 actions from one visit.' })
  // A list in the place of one would pass as nothing to check.
  @IsObject({ each: true, message: 'Each entry is an object.' })
  @ValidateNested({ each: true })
  @Type(() => AgreedActionDto)
  actions?: AgreedActionDto[];

  @ApiPropertyOptional({ type: FollowUpVisitDto, nullable: true })
  @IsOptional()
  @IsObject({ message: 'The follow-up visit is an object.' })
  @ValidateNested()
  @Type(() => FollowUpVisitDto)
  followUpVisit?: FollowUpVisitDto | null;
}

export class LogVisitDto extends IntersectionType(OutcomeDto, TransitionDto) implements LogVisit {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The school it was written about; 409 when the visit is at another one by now',
  })
  @IsOptional()
  @IsUUID(undefined, { message: 'The school is an id.' })
  schoolId?: string;
}

export class CorrectVisitDto extends PartialType(FindingsDto) implements CorrectVisit {
  @ApiProperty({ example: 2 })
  @IsInt({ message: 'Say which version of the visit the correction was made from.' })
  version: number;

  @ApiProperty({ example: 'It was the deputy head, not the head teacher' })
  @Trimmed()
  @IsString({ message: 'Say why it is corrected.' })
  @Matches(/\S/, { message: 'Say why it is corrected.' })
  @UpTo(LIMITS.visit.reason, 'The reason')
  reason: string;
}
