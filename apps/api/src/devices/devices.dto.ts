import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { DeviceReport } from '@tracker/contract';
import { LIMITS } from '@tracker/domain';
import { IsInt, IsISO8601, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { Trimmed } from '../http/trimmed';
import { UpTo } from '../http/up-to';

/** A number of logs on a device. */
const Logs = (): PropertyDecorator => (target, key) => {
  const message = `The number of logs is a whole number from 0 to ${LIMITS.device.logs}.`;
  ApiProperty({ type: 'integer', minimum: 0, maximum: LIMITS.device.logs })(target, key);
  for (const check of [
    IsInt,
    () => Min(0, { message }),
    () => Max(LIMITS.device.logs, { message }),
  ])
    check({ message })(target, key);
};

export class DeviceReportDto implements DeviceReport {
  @ApiProperty({ example: 'Chrome on Android' })
  @Trimmed()
  @IsString({ message: 'Say what the device is called.' })
  @Matches(/\S/, { message: 'Say what the device is called.' })
  @UpTo(LIMITS.device.label, 'The name of the device')
  label: string;

  @Logs()
  waiting: number;

  @Logs()
  attention: number;

  @Logs()
  drafts: number;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @IsISO8601(
    { strict: true, strictSeparator: true },
    { message: 'When the oldest log was finished is an ISO 8601 instant.' },
  )
  @UpTo(40, 'An instant')
  oldestFinishedAt?: string | null;
}
