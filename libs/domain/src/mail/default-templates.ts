import type { TemplateKind } from './kinds';

/** A mail's wording, with placeholders. */
export interface MailWording {
  subject: string;
  body: string;
}

/** The tracker's own wording, until the hub writes another. */
export const DEFAULT_WORDING: Record<TemplateKind, MailWording> = {
  visit_confirmed: {
    subject: 'Our visit to {{school}} on {{day}}',
    body: `Dear {{contact}},

We look forward to our visit to {{school}}:

When: {{when}}
Visitor: {{visitor}}

We would like to hear how music is going at your school, and where {{hub}} can help. The attached calendar entry can be added to your calendar. If you cannot make this day, please tell us here: {{link}}

With kind regards
{{visitor}}
{{hub}}`,
  },
  visit_moved: {
    subject: 'Moved: our visit to {{school}} is now on {{day}}',
    body: `Dear {{contact}},

Our visit to {{school}} has been moved.

Now: {{when}}
Before: {{before}}
Visitor: {{visitor}}

The attached calendar entry takes the place of the earlier one. If you cannot make the new day, please tell us here: {{link}}

With kind regards
{{visitor}}
{{hub}}`,
  },
  visit_cancelled: {
    subject: 'Cancelled: our visit to {{school}} on {{day}}',
    body: `Dear {{contact}},

Our visit to {{school}} on {{when}} will not take place.

Reason: {{reason}}

The attached calendar entry takes it out of your calendar. We will be in touch about another day.

With kind regards
{{visitor}}
{{hub}}`,
  },
  visit_reminder: {
    subject: 'In a week: our visit to {{school}} on {{day}}',
    body: `Dear {{contact}},

A reminder of our visit to {{school}}:

When: {{when}}
Visitor: {{visitor}}

If you cannot make this day, please tell us here: {{link}}

With kind regards
{{visitor}}
{{hub}}`,
  },
  day_offer: {
    subject: 'A visit to {{school}}: which day suits you?',
    body: `Dear {{contact}},

We would like to visit {{school}}, to hear how music is going and where {{hub}} can help. The visit takes about an hour. Which of these days suits you?

{{days}}

Choose one here, say that none suits you, or propose another: {{link}}

You need no account. We keep these days for you until {{until}}.

With kind regards
{{by}}
{{hub}}`,
  },
  day_offer_reminder: {
    subject: 'Which day suits you? Our visit to {{school}}',
    body: `Dear {{contact}},

We wrote to you about a visit to {{school}}. We still keep these days for you, until {{until}}:

{{days}}

Choose one here, say that none suits you, or propose another: {{link}}

With kind regards
{{by}}
{{hub}}`,
  },
  daily_digest: {
    subject: '{{count}} for you, {{day}}',
    body: `Good morning {{name}},

{{list}}

The tracker: {{tracker}}
You can switch this email off on your account page.`,
  },
  action_assigned: {
    subject: 'For you: {{action}} ({{school}})',
    body: `Hello {{name}},

{{by}} has made you the owner of an action.

{{action}}
School: {{school}}
Due: {{due}}

The tracker: {{tracker}}`,
  },
  monthly_digest: {
    subject: 'School visits in {{month}}',
    body: `Hello {{name}},

{{figures}}

The tracker: {{tracker}}
The Head of Participation chooses who gets this email.`,
  },
  survey_sent: {
    subject: '{{school}} has answered the survey',
    body: `Hello {{name}},

{{school}} has answered the survey by itself.

Filled in by: {{by}}
Next visit: {{visit}}

The answers stand on the school's page, and in the survey when you log the visit, to be gone through together.

The tracker: {{tracker}}`,
  },
};
