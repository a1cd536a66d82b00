import { ApiProperty } from '@nestjs/swagger';
import { PREFERENCE_LIMITS, type PreferenceValues, type Preferences } from '@tracker/contract';
import { IsObject } from 'class-validator';

export class PreferencesDto implements Preferences {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { theme: 'dark' },
    description: `What is liked, by name; null forgets a name, and names left out stay. At most ${PREFERENCE_LIMITS.names} names, each value at most ${PREFERENCE_LIMITS.valueLength} characters of JSON.`,
  })
  @IsObject({ message: 'The values are an object of names and values.' })
  values: PreferenceValues;
}
