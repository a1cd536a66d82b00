import { Injectable, type PipeTransform } from '@nestjs/common';
import { type AcademicYear, isAcademicYear } from '@tracker/domain';
import { malformed } from '../http/problem';

/** An academic year in a path is written 2024-25. */
@Injectable()
export class AcademicYearPipe implements PipeTransform<string, AcademicYear> {
  transform(value: string): AcademicYear {
    if (!isAcademicYear(value)) {
      const message = 'An academic year is written 2024-25.';
      throw malformed(message, [{ field: 'academicYear', message }]);
    }
    return value;
  }
}
