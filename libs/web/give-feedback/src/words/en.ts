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
    lost: 'Have you lost your link?',
    lostText: 'Type the address at which you were invited. If it is known here, your link comes again, to that address and to no other.',
    lostLabel: 'Your email address',
    lostSend: 'Send me my link again',
    lostSent: 'Thank you. If this address is known here and a round is open, a mail with your link arrives within a few minutes.',
    lostNotDone: 'We cannot reach the server just now. Nothing is lost; please try again in a moment.',
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
  declineReason: 'Why?',
  declineReasonRead:
    'Only the coach reads it, without your name and not before tomorrow. Your words may still show that they are yours. At most {most} characters.',
  declineConfirm: 'Yes, I would rather not answer',
  declinedHeading: 'Thank you for saying so',
  declined: 'You will get no more mail about this, and nothing of yours is kept here. {leader} will not learn that you declined.',
  answerAfterAll: 'I would like to answer after all',

  notYouHeading: 'Are you not {rater}?',
  notYouText:
    'This link belongs to {rater}: whatever is answered here counts as theirs. If you are someone else, one press makes it useless, and {rater} gets a new one at the address that we know. Nobody else is told.',
  notYouKeep: 'Send {rater} a new link, and keep for them what is answered',
  notYouDrop: 'Send {rater} a new link, and delete what is answered',
  notYouUnsent: 'What is kept counts only once {rater} has sent it.',
  replacedHeading: 'This link works no more',
  replaced: 'Within a few minutes {rater} gets a mail with a new one. Thank you for telling us. You can close this page.',

  groupAsk: 'This is not my group',
  groupHeading: 'Are you in the wrong group?',
  groupText:
    'We can tell the coach, by mail and with your name, that the group is not yours. Nobody changes a group while a round runs: the coach may take you out and have you asked anew, and then you begin with an empty page. Nobody learns from this whether you have answered.',
  groupConfirm: 'Tell the coach that my group is wrong',
  toldHeading: 'The coach is told',
  told: 'The coach gets a mail within a few minutes. What you have answered stays as it is until you hear from them. You can go on answering meanwhile.',

  held: 'What is held about me',
  heldText:
    'This is all, as it is now. You can see and download it until the round closes. Then your answers are counted and deleted, and nothing leads from you to an answer any more: not even you can have them back.',
  heldDownload: 'Download it',
  heldName: 'Name',
  heldEmail: 'Email address',
  heldGroup: 'Group',
  heldRound: 'Asked about',
  heldCoach: 'Coach',
  heldCloses: 'Open until',
  heldState: 'Your answers',
  heldInvited: 'not sent',
  heldAnswered: 'sent',
  heldDeclined: 'you would rather not answer',
  heldReason: 'Why you would rather not',
  heldMails: 'Mails sent to you',
  heldNone: 'none',
  heldSheet: 'What you have answered',

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
