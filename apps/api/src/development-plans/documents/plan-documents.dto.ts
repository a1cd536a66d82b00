import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LIMITS } from '@tracker/domain';

/** The multipart body of `POST /api/plan-documents`, for the description of the API; see `sentPlan`. */
export class PlanUploadDto {
  @ApiPropertyOptional({
    ...{ type: 'string', format: 'binary' },
    description: 'PDF, Word document (.docx), saved web page or text, 10 MB at most',
  })
  file?: unknown;

  @ApiPropertyOptional({
    ...{ type: String, maxLength: LIMITS.plan.characters },
    description: 'The text of the plan, in place of a file',
  })
  text?: string;

  @ApiProperty({ format: 'uuid' })
  schoolId: string;

  @ApiPropertyOptional({
    example: 'https://birch.example/music',
    description: 'Where it was found',
  })
  address?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'It is on record of another school, as a trust’s plan is; without it that is refused',
  })
  shared?: boolean;
}
