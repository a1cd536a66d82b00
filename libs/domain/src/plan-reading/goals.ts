import { plainText } from './plain-text';

const GOAL = [
  /\b(we|school|staff|governors|children|pupils)\b[^.]{0,30}\b(would|'d) like\b/i,
  /\b(plan(?:s|ning)?|hop(?:e|es|ing)|aim(?:s|ing)?|intend(?:s|ing)?|look(?:s|ing)?|want(?:s|ing)?|wish(?:es)?|working|work) (?:is |are )?(?:to|towards|forward to)\b/i,
  /\b(?:our|the) (?:aim|aims|goal|goals|ambition|hope|intention|target|targets|priority|next steps?)\b/i,
  /\bby (?:the end of )?(?:january|february|march|april|may|june|july|august|september|october|november|december|summer|autumn|spring|easter|christmas|20\d\d)\b/i,
  /\b(?:from|in|during|starting|for) (?:next|the next|the coming|subsequent|future) (?:year|term|academic year|school year|years)\b|\bnext (?:academic |school )?year\b|\bin (?:the )?future\b/i,
  /\b(?:will|to) (?:be )?(?:introduc|buy|purchas|bought|invest|explor|expand|extend|set up|re-?launch|launch|recruit|apply|establish|fundrais|replac|upgrad|increas|improv|strengthen|develop(?:ed)? (?:a|an|the|our|further)|start(?:ed)? a|creat|form a|trial)/i,
  /^(?:\W*)(?:buy|purchase|introduce|develop|increase|improve|strengthen|expand|fundraise|acquire|hire|establish|extend|explore|apply|recruit|invest|replace|refresh|re-?launch|launch|set up|create|embed|monitor|review|achieve|raise|upgrade|schedule)\b/i,
  /\bare (?:currently )?(?:planning|looking|hoping|working|considering|exploring|investigating)\b|\bwe are keen to\b|\bneeds? to be (?:bought|improved|developed|replaced)\b/i,
];

/** A goal is no fact: what a school wants to buy, to begin or to reach by a day it does not have. */
export const isGoal = (sentence: string): boolean =>
  GOAL.some((pattern) => pattern.test(sentence)) && !/^["“]/.test(sentence);

const COLUMN =
  /\b(goals?|targets?|actions?|steps?|priorit(?:y|ies)|objectives?|success criteria|intended outcomes?|next steps|resources needed|desired|where (?:do )?we want|how will we|what will we)\b/;

export const isGoalColumn = (title: string): boolean => COLUMN.test(plainText(title));

const ACTION_TITLES =
  /^(priorit\w*|objectives?|goals?\b.*|targets?|actions?.*|steps?|success criteria|(by )?who.*|(by )?when.*|time ?scales?|deadlines?|resources?.*|costs?.*|lead|monitoring.*|impact|evidence|milestones?|current (position|situation|provision)|responsib.*|what|how|areas? for .*|key (tasks|actions)|person.*|outcomes?|intended.*|aims?|rag.*|review.*)$/;
const FEWEST_TITLES = 2;

/** Whether a table, by its first row, says what is to be done by whom. */
export function isActionTable(head: readonly string[]): boolean {
  const titles = head.map(plainText).filter(Boolean);
  const known = titles.filter((title) => ACTION_TITLES.test(title)).length;
  const aims = titles.some((title) =>
    /priorit|objective|goal|target|action|aim|step|what|area/.test(title),
  );
  return aims && known >= FEWEST_TITLES && known * 2 >= titles.length;
}
