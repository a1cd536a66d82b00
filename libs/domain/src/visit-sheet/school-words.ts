const SCHOOL =
  /\b(schools?|academy|primary|infants?|juniors?|jmi|nursery|college|secondary|high|grammar|first|middle|pru|ce|rc|cofe|va|vc|catholic|federation|centre|sch)\b/i;

/** Whether a text reads like the name of a school. */
export const soundsLikeSchool = (text: string): boolean => SCHOOL.test(text);
