import type { SurveyQuestion } from '../question';
import { INCLUSION, MONEY, NEEDS } from './money-and-needs';
import { LESSONS, SINGING } from './music-making';
import { CURRICULUM, FIRST_ACCESS, LEADERSHIP } from './teaching';

/**
 * The survey to start from: what the School Engagement Strategy of 2024-25 wants to know from each
 * school. Few questions are required, because "not recorded" is better than a guess.
 */
export const HAVE_YOUR_SAY: { title: string; intro: string; questions: SurveyQuestion[] } = {
  title: 'Have Your Say 2024-25',
  intro:
    'These questions are about music at your school. They take about fifteen minutes. Leave out what you do not know; your visitor goes through it with you.',
  questions: [
    ...LEADERSHIP,
    ...CURRICULUM,
    ...FIRST_ACCESS,
    ...LESSONS,
    ...SINGING,
    ...MONEY,
    ...INCLUSION,
    ...NEEDS,
  ],
};
