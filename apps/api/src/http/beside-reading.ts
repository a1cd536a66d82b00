import { Logger } from '@nestjs/common';
import { outageOf } from '@tracker/data';

const logger = new Logger('Reading');

/**
 * Writes something down beside a read, such as when somebody was last seen. What is read is there to
 * be had while PostgreSQL takes no writes, so an outage is noted in the log and the read goes on.
 *
 * @throws what is no outage
 */
export async function besideReading(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const outage = outageOf(error);
    if (outage === null) throw error;
    logger.warn(`Something beside a read was not written down (${outage}).`);
  }
}
