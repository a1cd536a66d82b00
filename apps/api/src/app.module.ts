import { type DynamicModule, Module } from '@nestjs/common';
import type { ServerEnv } from '@tracker/process';
import { ServerModule } from '@tracker/work';
import { AuditModule } from './audit/audit.module';
import { AuthModule } from './auth/auth.module';
import { BriefsModule } from './briefs/briefs.module';
import { ExportsModule } from './exports/exports.module';
import { CalendarModule } from './calendar/calendar.module';
import { ContactsModule } from './contacts/contacts.module';
import { CapacityModule } from './capacity/capacity.module';
import { DayOffersModule } from './day-offers/day-offers.module';
import { DevelopmentPlansModule } from './development-plans/development-plans.module';
import { DevicesModule } from './devices/devices.module';
import { FollowUpActionsModule } from './follow-up-actions/follow-up-actions.module';
import { HealthModule } from './health/health.module';
import { HttpModule } from './http/http.module';
import { HubSettingsModule } from './hub-settings/hub-settings.module';
import { ImportsModule } from './imports/imports.module';
import { PlanningModule } from './planning/planning.module';
import { OfflinePackModule } from './offline-pack/offline-pack.module';
import { OutcomeTagsModule } from './outcome-tags/outcome-tags';
import { MailModule } from './mail/mail.module';
import { PreferencesModule } from './preferences/preferences.module';
import { PriorityQueueModule } from './priority-queue/priority-queue.module';
import { ProgressModule } from './progress/progress.module';
import { RegionsModule } from './regions/regions.module';
import { ReportsModule } from './reports/reports.module';
import { SchoolAnswersModule } from './school-answers/school-answers.module';
import { SchoolsModule } from './schools/schools.module';
import { SurveysModule } from './surveys/surveys.module';
import { TargetsModule } from './targets/targets.module';
import { ThrottleModule } from './throttle/throttle.module';
import { SchoolTimelineModule } from './school-timeline/school-timeline.module';
import { TodayModule } from './today/today.module';
import { UsersModule } from './users/users.module';
import { VisitCyclesModule } from './visit-cycles/visit-cycles.module';
import { VisitPlansModule } from './visit-plans/visit-plans.module';
import { VisitsModule } from './visits/visits.module';

@Module({})
export class AppModule {
  static forRoot(env: ServerEnv): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ServerModule.forRoot(env, 'api'),
        HttpModule,
        ExportsModule,
        ThrottleModule,
        AuthModule,
        PreferencesModule,
        AuditModule,
        HealthModule,
        UsersModule,
        RegionsModule,
        SchoolsModule,
        ContactsModule,
        SurveysModule,
        SchoolAnswersModule,
        CalendarModule,
        HubSettingsModule,
        OutcomeTagsModule,
        OfflinePackModule,
        DevelopmentPlansModule,
        DevicesModule,
        MailModule,
        VisitCyclesModule,
        VisitsModule,
        PlanningModule,
        CapacityModule,
        VisitPlansModule,
        DayOffersModule,
        FollowUpActionsModule,
        ImportsModule,
        PriorityQueueModule,
        TargetsModule,
        ProgressModule,
        BriefsModule,
        SchoolTimelineModule,
        TodayModule,
        ReportsModule,
      ],
    };
  }
}
