import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  NewDayOffer,
  NewDayOffers,
  PreviewDayOffers,
  RemindDayOffers,
  ScheduleProposedDay,
  SchoolToOffer,
} from '@tracker/contract';
import { LIMITS, type OfferedDay } from '@tracker/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../http/is-day';
import { AcceptingDto, TIME, TIME_MESSAGE, VISITOR_MESSAGE } from '../visits/visit-warnings.dto';

const MOST = LIMITS.dayOffer.offers;
const AT_MOST = { message: `Name ${MOST} schools at most at once.` };
const AT_LEAST = { message: 'Name at least one school.' };

export class SchoolToOfferDto implements SchoolToOffer {
  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'A school is named by its id.' })
  schoolId: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'A proposed or scheduled visit of the school',
  })
  @IsOptional()
  @IsUUID(undefined, { message: 'A visit is named by its id.' })
  visitId?: string;
}

export class PreviewDayOffersDto implements PreviewDayOffers {
  @ApiProperty({ type: [SchoolToOfferDto] })
  @IsArray({ message: 'Schools are a list.' })
  @ArrayMinSize(1, AT_LEAST)
  @ArrayMaxSize(MOST, AT_MOST)
  @ValidateNested({ each: true, message: 'Schools are a list.' })
  @Type(() => SchoolToOfferDto)
  schools: SchoolToOfferDto[];

  @ApiPropertyOptional({ example: '2025-01-06', description: 'Days from here go first' })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ example: '2025-02-14' })
  @IsOptional()
  @IsDay()
  to?: string;
}

export class OfferedDayDto implements OfferedDay {
  @ApiProperty({ example: '2024-12-03' })
  @IsDay()
  date: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: VISITOR_MESSAGE })
  visitorId: string;
}

export class NewDayOfferDto extends SchoolToOfferDto implements NewDayOffer {
  @ApiPropertyOptional({ format: 'uuid', description: 'To whom the email goes' })
  @IsOptional()
  @IsUUID(undefined, { message: 'A contact is named by its id.' })
  contactId?: string;

  @ApiProperty({ type: [OfferedDayDto], description: 'Two or three' })
  @IsArray({ message: 'Days are a list.' })
  @ArrayMaxSize(10, { message: 'Offer two or three days.' })
  @ValidateNested({ each: true, message: 'Days are a list.' })
  @Type(() => OfferedDayDto)
  days: OfferedDayDto[];
}

export class NewDayOffersDto implements NewDayOffers {
  @ApiProperty({ type: [NewDayOfferDto] })
  @IsArray({ message: 'Offers are a list.' })
  @ArrayMinSize(1, AT_LEAST)
  @ArrayMaxSize(MOST, AT_MOST)
  @ValidateNested({ each: true, message: 'Offers are a list.' })
  @Type(() => NewDayOfferDto)
  offers: NewDayOfferDto[];
}

export class RemindDayOffersDto implements RemindDayOffers {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray({ message: 'Offers are a list.' })
  @ArrayMinSize(1, { message: 'Name at least one offer.' })
  @ArrayMaxSize(MOST, { message: `Remind ${MOST} schools at most at once.` })
  @IsUUID(undefined, { each: true, message: 'An offer is named by its id.' })
  ids: string[];
}

export class ScheduleProposedDayDto extends AcceptingDto implements ScheduleProposedDay {
  @ApiProperty({ example: 2, description: 'The version that was seen' })
  @IsInt({ message: 'Say which version of the record the change was made from.' })
  version: number;

  @ApiProperty({ example: '2024-12-10' })
  @IsDay()
  date: string;

  @ApiPropertyOptional({ type: String, example: '09:30', nullable: true })
  @IsOptional()
  @Matches(TIME, { message: TIME_MESSAGE })
  startTime?: string | null;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID(undefined, { message: VISITOR_MESSAGE })
  visitorId?: string;
}
