import { limits } from './limits.en';

/** All that the pages say in English, but for the few words that travel with the survey because they stand before the first question. */
export const words = {
  limits,

  door: {
    codeHeading: 'Type the code from your mail',
    codeText:
      'The link in your mail opens this page with the code already in it. If it did not, the 26 letters and digits are in the mail too, below the button. Capitals, spaces and hyphens do not matter.',
    codeLabel: 'Code',
    codeOpen: 'Open my questions',
    codeWrong: 'That is not a whole code. It has 26 letters and digits. Nothing is lost: please compare it with your mail.',
    unknownHeading: 'This link is not known here',
    unknownText:
      'It may be incomplete, or a newer one has taken its place. Please use the link in your newest mail, or type the code from it.',
    unreachableHeading: 'We cannot reach the server',
    unreachableText: 'Your connection, or the server, is taking a break. Answers that were saved are safe. We keep trying by ourselves.',
    again: 'Try again now',
    unsaved: 'This did not reach the server. You can copy your words from here:',
  },

  commentShown: 'Shown word for word, shuffled among the words of other colleagues, without your name. Your style may still be recognised.',
  commentShownNamed: 'Shown word for word, under your name.',
  commentShownSelf: 'Shown word for word, to you and to your coach.',
  optional: 'optional',
  commentCount: '{count} of {most} characters',
  commentTooLong: 'Not saved yet: this is {over} characters too long. Your words are safe on this page; please shorten them.',
  commentHint: 'This may show who wrote it: {what}. You decide whether it stays.',
  safeguarding: 'Not the place for a safeguarding concern or a complaint: please tell {contact}.',
  safeguardingNobodyNamed:
    'Not the place for a safeguarding concern or a complaint: please tell the person whom your organisation names for that.',
  keys: 'Keys: {from} to {to} rate the behaviour you are on, {key} marks it “{notObserved}”.',
  keysOff: 'Switch these keys off',
  keysOn: 'Switch these keys on',

  decline: 'I would rather not answer',
  declineAsk:
    'You will get no more mail about this. Anything you have answered here is deleted, and {leader} will not learn that you declined.',
  declineConfirm: 'Yes, I would rather not answer',
  declinedHeading: 'Thank you for saying so',
  declined: 'You will get no more mail about this, and nothing of yours is kept here. {leader} will not learn that you declined.',
  answerAfterAll: 'I would like to answer after all',

  notYouHeading: 'Are you not {rater}?',
  notYouText:
    'This link belongs to {rater}: whatever is answered here counts as theirs. If you are someone else, please close this page and tell whoever passed the link on to you.',

  reviewHeading: 'Look over your answers',
  reviewComplete: 'Every behaviour is answered. Your answers count once you send them.',
  reviewMissing: '{count} behaviours are still open. Once each is rated or marked “{notObserved}”, you can send your answers.',
  reviewMissingOne: 'One behaviour is still open. Once it is rated or marked “{notObserved}”, you can send your answers.',
  reviewSent: 'Your answers are in, and so is every change that you have made since.',
  answeredOf: '{number} of {count} answered',
  send: 'Send my answers',
  finish: 'Done',
  nothingRated: 'Send without a single rating?',
  nothingRatedText:
    'You have marked every behaviour “{notObserved}”. You may send that: it counts as no rating at all, and your words are still shown. If you would rather not answer, the first page lets you say so.',
  nothingRatedConfirm: 'Yes, send it like this',

  previewHeading: 'How your words will look',
  previewText:
    'Comments are shown without names, in a new random order for every question. The words marked here are yours; the others are made up, to show what stands beside them.',
  previewFew: 'Comments are shown only when at least 5 confidential colleagues have sent their answers.',
  previewYours: 'yours',
  previewNone: 'You have written nothing. Ratings alone are welcome too.',
  previewExamples: [
    'Takes time to listen before deciding, even in a busy week.',
    'Changes to the timetable were explained, and our questions were answered.',
    'More notice before a decision that concerns our team.',
    'Thanks people for what they did, and says what exactly.',
  ],

  refused: 'Not saved: {reason}',
  notDone: 'We cannot reach the server just now, so this has not been done. Nothing is lost; please try again in a moment.',
  stale: 'Your answers were changed somewhere else',
  staleText: 'This page and another one, perhaps on your phone, hold different answers. Nothing is lost: choose which to keep.',
  staleYours: 'On this page',
  staleStored: 'Saved from the other page',
  staleEmpty: 'No answer',
  keepMine: 'Keep what is on this page',
  keepStored: 'Keep what is saved',

  thanksHeading: 'Thank you. Your answers are in',
  thanksNext: 'What happens next',
  thanksChange: 'Until {closes} the same link shows your answers, and you can change or withdraw them.',
  thanksSeal:
    'Then the answers of everybody are counted together, and the single answers are deleted. From then on nobody can change or take back any of them, you included.',
  thanksCoach: 'The coach reads the report first and talks it over with {leader}. There is nothing else for you to do.',
  thanksSelf: 'Your coach reads the report first, and then talks it over with you. There is nothing else for you to do.',
  change: 'Change my answers',
  withdraw: 'Withdraw my answers',
  withdrawAsk: 'Everything you have answered here will be deleted. This cannot be undone.',
  withdrawConfirm: 'Yes, delete my answers',
  withdrawnHeading: 'Your answers are deleted',
  withdrawn: 'Nothing of them is kept. If you change your mind, the same link works until {closes}.',
  again: 'Answer afresh',
};
