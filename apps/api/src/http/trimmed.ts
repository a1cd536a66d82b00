import { Transform } from 'class-transformer';

/** A text without the white space around it; blank is then empty and can be refused as such. */
export function Trimmed(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.trim() : value,
  );
}
