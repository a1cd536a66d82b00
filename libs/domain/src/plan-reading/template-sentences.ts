/** What the Department for Education's template says of itself, part by part. */
const SENTENCES = [
  'This is a summary of how our school delivers music education to all our pupils across three areas curriculum music co-curricular provision and musical experiences and what changes we are planning in future years',
  'This document outlines how our school provides music education to all pupils through three key areas curriculum music co-curricular activities and musical experiences',
  'It also highlights our planned improvements for the coming years',
  'This information is to help pupils and parents or carers understand what our school offers and who we work with to support our pupils music education',
  'Our aim is to help pupils and their parents or carers understand the music education opportunities we offer and the partnerships we have in place to support our pupils learning and development in music',
  'This is about what we teach in lesson time how much time is spent teaching music and any music qualifications or awards that pupils can achieve',
  'This is about how we teach in lesson time how much time is spent teaching music and any music concerts qualifications or awards that pupils can achieve',
  'This is about opportunities for pupils to sing and play music outside of lesson time including choirs ensembles and bands and how pupils can make progress in music beyond the core curriculum',
  'This is about all the other musical events and opportunities that we organise such as singing in assembly concerts and shows and trips to professional concerts',
  'This is about what the school is planning for subsequent years',
  'The Department for Education publishes a guide for parents and young people on how they can get involved in music in and out of school and where they can go to for support beyond the school',
  'Your local music hub should also have a local plan for music education in place from September 2024 that includes useful information',
  'All schools should have a music development plan',
  'All schools are required or encouraged to have a music development plan as set out in the national plan for music education',
  'All schools should have a music development plan from academic year 2023-24',
  'Schools are expected to publish a summary of their plan on their website from academic year 2024-25',
  'Schools are asked to publish a summary of their music development plan on their website',
  'It sets out how the school will deliver high quality music provision in curriculum music co-curricular music and musical experiences taking into account the key features in the national plan for music education',
];

const SMALL = new Set(
  'a an and any are as at be by for from how in into is it its of on or our that the their they this to we what which who will with your about such section part all'.split(
    ' ',
  ),
);
const wordsOf = (text: string) =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word));
const TEMPLATE = SENTENCES.map((sentence) => new Set(wordsOf(sentence)));
const FEWEST_WORDS = 4;
const MOST_WORDS = 60;
const ALIKE = 0.8;
/** Of what the template says, so much has to be there: a clause of the school's own is kept. */
const OF_THE_TEMPLATE = 0.35;

/** Whether a sentence is the template's own, word for word or nearly so. */
export function isTemplateSentence(sentence: string): boolean {
  const words = wordsOf(sentence);
  if (words.length < FEWEST_WORDS || words.length > MOST_WORDS) return false;
  return TEMPLATE.some((template) => {
    const shared = words.filter((word) => template.has(word)).length;
    const [most, ofTemplate] = [shared / words.length, shared / template.size];
    return (most >= ALIKE && ofTemplate >= OF_THE_TEMPLATE) || (most > 0.65 && ofTemplate > 0.7);
  });
}

const ADVICE = [
  /\b(?:before publishing your|delete the advice|your completed summary)\b/i,
  /\b(?:the|this) summary should (?:also )?(?:reflect|refer|include|set out)\b|\bit should also refer to any existing partnership\b/i,
  /\bshould set out how the school will deliver\b/i,
  /^\W*(please\s+)?(delete|remove|replace)\b.{0,40}\b(text|guidance|section|advice|brackets|example|as appropriate)/i,
  /^\W*(please\s+)?(insert|describe|explain|include|provide|add|list|state|outline|enter|give|write|summarise|set out|consider|use this section)\b.{0,240}\b(your|you|here|the school'?s|below|details?|school)\b/i,
  /^\W*(in this section,? )?(you|schools) (should|could|may|might|can|will want|must)\b/i,
  /^\W*(guidance|note to schools?|advice|notes?)( for (schools|completion|completing))?\s*[:-]/i,
  /\bthis (template|guidance) (is|was|should|can|has|helps)\b/i,
  /^\W*\[?(for example|e\.?g\.?)[,:]?[^.]{0,80}\]?\W*$/i,
  /^\W*\[(?!names?\b)[^\]]{12,}\]\W*$/i,
];

/** Whether a sentence tells whoever fills the template in what to write. */
export const isTemplateAdvice = (sentence: string): boolean =>
  ADVICE.some((pattern) => pattern.test(sentence));
