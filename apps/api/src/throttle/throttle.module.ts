import { Global, Module } from '@nestjs/common';
import { RateLimit } from './rate-limit';
import { ResetLimit } from './reset-limit';
import { SharedCounters } from './shared-counters';
import { SignInThrottle } from './sign-in-throttle';

@Global()
@Module({
  providers: [SharedCounters, SignInThrottle, RateLimit, ResetLimit],
  exports: [SignInThrottle, RateLimit, ResetLimit],
})
export class ThrottleModule {}
