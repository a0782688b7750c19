/** What the page asks for before any of its scripts is here. */
export const SURVEY_PATH = '/s/api/survey';

/** The addresses that the colleague's pages ask, in a file of their own: those pages carry no others with them. */
export const surveyPath = {
  survey: SURVEY_PATH,
  answers: '/s/api/answers',
  send: '/s/api/send',
  withdraw: '/s/api/withdraw',
  decline: '/s/api/decline',
  held: '/s/api/held',
  replaceLink: '/s/api/replace-link',
  wrongGroup: '/s/api/wrong-group',
  lostLink: '/s/api/lost-link',
} as const;
