import { Global, Module } from '@nestjs/common';
import { RateLimit } from './rate-limit';
import { SharedCounters } from './shared-counters';
import { SignInThrottle } from './sign-in-throttle';

@Global()
@Module({
  providers: [SharedCounters, SignInThrottle, RateLimit],
  exports: [SignInThrottle, RateLimit],
})
export class ThrottleModule {}
