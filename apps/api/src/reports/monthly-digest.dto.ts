import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsInt, IsUUID } from 'class-validator';
import type { MonthlyDigest } from '@tracker/contract';

export class MonthlyDigestDto implements MonthlyDigest {
  @ApiProperty({ example: 0, description: '0 while nothing was set.' })
  @IsInt({ message: 'Say which version the change was made from.' })
  version: number;

  @ApiProperty({ example: true })
  @IsBoolean({ message: 'Say whether the email is sent: true or false.' })
  on: boolean;

  @ApiProperty({ type: [String], description: 'Ids of users.' })
  @IsUUID(undefined, { each: true, message: 'Name users by their ids.' })
  @ArrayUnique({ message: 'Name each person once.' })
  @ArrayMaxSize(200, { message: 'At most 200 people get the email.' })
  @IsArray({ message: 'Say who gets the email; an empty list for nobody.' })
  userIds: string[];
}
