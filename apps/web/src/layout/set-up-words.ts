import type { SetUpStepKey } from '@tracker/contract';
import { plural } from '@tracker/domain';

interface StepWords {
  title: string;
  /** What it gives the hub; shown while it is not done. */
  why: string;
  to: string;
  done: (count: number) => string;
}

/** The steps of a new hub, each with the page on which it is done. */
export const SET_UP_WORDS: Record<SetUpStepKey, StepWords> = {
  register: {
    title: 'Import the school register',
    why: 'The schools, from a download of Get Information about Schools.',
    to: '/imports/create?kind=schools',
    done: (count) => plural(count, 'school'),
  },
  links: {
    title: 'Import the links between schools',
    why: 'So that an academy keeps the visits of the school it was before.',
    to: '/imports/create?kind=school-links',
    done: (count) => plural(count, 'link'),
  },
  census: {
    title: 'Import the school census',
    why: 'Free school meals decide part of each school’s rank.',
    to: '/imports/create?kind=school-census',
    done: (count) => plural(count, 'school with a figure', 'schools with a figure'),
  },
  regions: {
    title: 'Add the regions',
    why: 'Each has its districts, and each district’s schools follow it.',
    to: '/regions',
    done: (count) => plural(count, 'region'),
  },
  term_dates: {
    title: 'Enter this year’s term dates',
    why: 'Targets are measured in school days.',
    to: '/settings/calendar',
    done: () => 'This year is known',
  },
  bank_holidays: {
    title: 'Enter this year’s bank holidays',
    why: 'No visit is planned on them.',
    to: '/settings/calendar',
    done: () => 'This year is known',
  },
  hub_name: {
    title: 'Name the hub',
    why: 'Emails to schools and reports carry its name.',
    to: '/settings/mail',
    done: () => 'Named',
  },
  people: {
    title: 'Invite your colleagues',
    why: 'An administrator invites each by a link.',
    to: '/users',
    done: (count) => plural(count, 'person', 'people'),
  },
  past_visits: {
    title: 'Import your past visits',
    why: 'Until then every school counts as never visited.',
    to: '/imports/create?kind=visits',
    done: (count) => (count >= 1000 ? '1,000 visits or more' : plural(count, 'visit')),
  },
  survey: {
    title: 'Publish the survey',
    why: 'So that it can be asked at each visit.',
    to: '/surveys',
    done: () => 'Published',
  },
};
