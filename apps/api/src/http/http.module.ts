import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdempotencyKeyEntity } from '@tracker/data';
import { ActorInterceptor } from './actor.interceptor';
import { Closing } from './closing';
import { HandOuts } from './hand-outs';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { ProblemFilter } from './problem.filter';
import { SavingState } from './saving-state';
import { Transactions } from './transactions';
import { BodyPipe } from './validation';

/** What every route shares: problems, validation, transactions and idempotency keys. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([IdempotencyKeyEntity])],
  providers: [
    Transactions,
    Closing,
    HandOuts,
    SavingState,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: BodyPipe },
    { provide: APP_INTERCEPTOR, useClass: ActorInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [Transactions, Closing, HandOuts, SavingState],
})
export class HttpModule {}
