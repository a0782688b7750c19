import type { Placeholder, Wording } from './wording';

interface BuiltIn extends Wording {
  /** Those that the kind has values for. */
  readonly placeholders: readonly Placeholder[];
}

/** How every kind of letter is worded until an organisation words it otherwise. */
export const builtIn = {
  sign_in: {
    placeholders: ['site', 'minutes', 'link'],
    subject: 'Sign in to Facet',
    heading: 'Sign in to Facet',
    paragraphs: [
      'You asked to sign in at {site}. Press the button in the browser where you asked: it works there only, once, and for {minutes} minutes.',
      '{link}',
    ],
  },
  second_factor_reset: {
    placeholders: ['recipient', 'organisation', 'site', 'link'],
    subject: 'Your second step of signing in was reset',
    heading: 'Your second step was reset',
    paragraphs: [
      'Dear {recipient},',
      'An administrator of {organisation}, or whoever looks after Facet there, has taken your authenticator off at {site}. It no longer counts, and every browser of yours is signed out.',
      'Sign in with the code that we send to this address; you are then asked to set up an authenticator again, if your role needs one.',
      '{link}',
    ],
  },
  invitation: {
    placeholders: ['recipient', 'organisation', 'leaders', 'whose', 'minutes', 'link'],
    subject: 'Your view of {whose} leadership: about {minutes} minutes',
    heading: '{leaders} would value your view',
    paragraphs: [
      'Dear {recipient},',
      '{leaders} of {organisation} would like to learn from the people they work with, and chose to ask you. You rate what you have seen, in about {minutes} minutes, on a phone or a computer, without an account.',
      '{link}',
    ],
  },
  own_invitation: {
    placeholders: ['recipient', 'organisation', 'minutes', 'link'],
    subject: 'Your own view of your leadership: about {minutes} minutes',
    heading: 'Your round has begun',
    paragraphs: [
      'Dear {recipient},',
      'You have asked colleagues at {organisation} what they see of your leadership. Please say what you see yourself: the report sets your own view beside theirs. It takes about {minutes} minutes.',
      '{link}',
    ],
  },
  reminder: {
    placeholders: ['recipient', 'organisation', 'leaders', 'whose', 'day', 'minutes', 'link'],
    subject: 'Reminder: your view of {whose} leadership by {day}',
    heading: 'There is still time to answer',
    paragraphs: [
      'Dear {recipient},',
      'A short reminder: your view of {whose} leadership is still welcome. It takes about {minutes} minutes, and what you have saved so far is waiting for you. If you have already answered, there is nothing to do.',
      '{link}',
    ],
  },
  own_reminder: {
    placeholders: ['recipient', 'organisation', 'day', 'minutes', 'link'],
    subject: 'Reminder: your own view of your leadership by {day}',
    heading: 'There is still time to answer',
    paragraphs: [
      'Dear {recipient},',
      'A short reminder: your own view of your leadership is still welcome. It takes about {minutes} minutes, and what you have saved so far is waiting for you. If you have already answered, there is nothing to do.',
      '{link}',
    ],
  },
  check_list: {
    placeholders: ['recipient', 'organisation', 'leader', 'closes', 'link'],
    subject: 'Please check the list of colleagues for {leader}',
    heading: '{leader} has launched a round',
    paragraphs: [
      'Dear {recipient},',
      '{leader} has chosen the colleagues to ask. Please check the list of names, addresses and groups, as coach or in the coach’s stead.',
      'You are the one who can see whether everybody on it is who they seem to be: the promise of confidentiality rests on that.',
      'No invitation leaves before you confirm. The round closes on {closes}.',
      '{link}',
    ],
  },
  check_additions: {
    placeholders: ['recipient', 'organisation', 'leader', 'link'],
    subject: 'Please check what {leader} has changed on the list',
    heading: '{leader} has changed the list',
    paragraphs: [
      'Dear {recipient},',
      '{leader} would like to ask more colleagues, or has put an address right that mail did not reach. Please check names, addresses and groups, as for the first list. Invitations leave when you confirm.',
      '{link}',
    ],
  },
  closing_choice: {
    placeholders: ['recipient', 'organisation', 'leader', 'decides', 'link'],
    subject: 'Your decision about the round of {leader}',
    heading: 'The round of {leader} has closed',
    paragraphs: [
      'Dear {recipient},',
      'Not every group has enough answers to be shown as it was promised. Nothing is lost until you choose.',
      'You can give colleagues more time, or have the report made now: what falls short is then shown together with others, or not at all, and the page says in words which.',
      'Without a choice the round is sealed on {decides}, or, if no group has enough answers, cancelled with nothing kept.',
      '{link}',
    ],
  },
  report_ready: {
    placeholders: ['recipient', 'organisation', 'leader', 'link'],
    subject: 'The report for {leader} is ready for you',
    heading: 'The report for {leader} is ready',
    paragraphs: [
      'Dear {recipient},',
      'The round of {leader} is complete. You read the report first; {leader} sees it when you release it, best in or after your conversation. This mail says nothing of what is in it: it is read only after signing in.',
      '{link}',
    ],
  },
  report_released: {
    placeholders: ['recipient', 'organisation', 'coach', 'link'],
    subject: 'Your report is there for you',
    heading: 'Your report is there for you',
    paragraphs: [
      'Dear {recipient},',
      '{coach} has released your report. Take some quiet time for it, and talk it over with {coach}. This mail says nothing of what is in it: it is read only after signing in.',
      '{link}',
    ],
  },
  report_waiting: {
    placeholders: ['recipient', 'organisation', 'leader', 'releases', 'link'],
    subject: 'The report of {leader} waits for you',
    heading: 'The report of {leader} waits for you',
    paragraphs: [
      'Dear {recipient},',
      '{leader} cannot read the report yet. Please release it when you talk, or choose the day on which it is released.',
      'Without either it is released by itself on {releases}, so that nobody waits for ever.',
      '{link}',
    ],
  },
  report_released_itself: {
    placeholders: ['recipient', 'organisation', 'coach', 'link'],
    subject: 'Your report is there for you',
    heading: 'Your report is there for you',
    paragraphs: [
      'Dear {recipient},',
      'Your report is released: the day had come on which that happens by itself. {coach} has had it before you. Take some quiet time for it, and ask {coach} to talk it over with you. This mail says nothing of what is in it: it is read only after signing in.',
      '{link}',
    ],
  },
  round_cancelled: {
    placeholders: ['recipient', 'organisation', 'leader'],
    subject: 'The round of {leader} has been cancelled',
    heading: 'The round of {leader} has been cancelled',
    paragraphs: [
      'Dear {recipient},',
      'The round about the leadership of {leader}, to which you were invited, ends without a report. No answers were kept: whatever had been saved has been deleted, and nobody has read it. Links to it no longer work.',
      'There is nothing to do. Thank you for your time.',
    ],
  },
  taken_out: {
    placeholders: ['recipient', 'organisation', 'leader', 'coach'],
    subject: 'You are no longer asked about {leader}',
    heading: 'You are no longer asked about {leader}',
    paragraphs: [
      'Dear {recipient},',
      '{coach}, who coaches {leader}, has taken you out of the round about the leadership of {leader}. Your link no longer works. Whatever you had answered has been deleted, and nobody has read it.',
      'If you think that this is a mistake, please reply to this mail. Otherwise there is nothing to do. Thank you for your time.',
    ],
  },
  link_replaced: {
    placeholders: ['recipient', 'organisation', 'leader'],
    subject: 'Your link about {leader} has been replaced',
    heading: 'Your link has been replaced',
    paragraphs: [
      'Dear {recipient},',
      'Your invitation to a round about the leadership of {leader} was sent to this address and came back as undeliverable. It now goes to another address, and the link in the earlier mail no longer works.',
      'The new page begins empty: whatever was answered with the earlier link has been deleted, and nobody has read it.',
      'If you read this and have had no new invitation, please reply to this mail.',
    ],
  },
  link_again: {
    placeholders: ['recipient', 'organisation', 'leaders', 'link'],
    subject: 'Your link about {leaders}',
    heading: 'Here is your link',
    paragraphs: [
      'Dear {recipient},',
      'Somebody told us that your link to the questions about {leaders} was lost, or had reached somebody else. This one is yours, and what is saved behind it waits for you. If you had sent your answers and a button with “Send my answers” is there, please press it once more.',
      '{link}',
    ],
  },
  wrong_group: {
    placeholders: ['recipient', 'organisation', 'leader', 'link'],
    subject: 'A colleague of {leader} says that they are in the wrong group',
    heading: 'Is everybody in the right group?',
    paragraphs: [
      'Dear {recipient},',
      'A colleague who is asked about the leadership of {leader} has told us, for you to read, that their group is not the right one. Nobody is moved into another group once an invitation has left. If it matters, you can take them out and have them asked anew in the right one; they are told, and begin with an empty page.',
      '{link}',
    ],
  },
  coach_assigned: {
    placeholders: ['recipient', 'organisation', 'leader', 'link'],
    subject: 'You now coach the round of {leader}',
    heading: 'You now coach the round of {leader}',
    paragraphs: [
      'Dear {recipient},',
      'An administrator of {organisation} has given you the round about the leadership of {leader}. You see it from now on, and the coach before you does not any more. Its page says what comes next.',
      '{link}',
    ],
  },
  coach_changed: {
    placeholders: ['recipient', 'organisation', 'leader', 'coach'],
    subject: 'The round of {leader} has another coach',
    heading: 'The round of {leader} has another coach',
    paragraphs: [
      'Dear {recipient},',
      'From now on {coach} coaches the round about the leadership of {leader}, reads its report first and releases it. The coach before no longer sees the round. Answers and closing time stay as they are.',
    ],
  },
  audit_alarm: {
    placeholders: ['recipient', 'organisation', 'leader'],
    subject: 'The report for {leader}: part of it is withheld to protect colleagues',
    heading: 'The last check of a report found a fault',
    paragraphs: [
      'Dear {recipient},',
      'Before a report is kept, a second program checks that no number in it, and no combination of them, gives fewer colleagues away than was promised. In the report for {leader} it found something.',
      'The qualities concerned are withheld; nobody has seen them, and the rest of the report is whole.',
      'This should never happen, and it means that Facet itself has a fault. Please tell whoever runs this installation: in the server’s log a line with the code audit_withheld says which round and which qualities.',
      'There is nothing that the coach or the leader can do about it.',
    ],
  },
  unreadable_choice: {
    placeholders: ['recipient', 'organisation', 'leader', 'link'],
    subject: 'Your decision about the round of {leader}: some answers cannot be read',
    heading: 'The report for {leader} could not be made yet',
    paragraphs: [
      'Dear {recipient},',
      'The round has closed, and some of its answers could not be opened, twice. Nothing has been changed.',
      'Please ask whoever runs this installation to look first. What can be brought back is then counted.',
      'If it cannot, you can make the report without these answers, and their authors are told by mail.',
      '{link}',
    ],
  },
  answers_unread: {
    placeholders: ['recipient', 'organisation', 'leader'],
    subject: 'Your answers about {leader} could not be read',
    heading: 'Your answers could not be read',
    paragraphs: [
      'Dear {recipient},',
      'You took the time to answer about the leadership of {leader}, and your answers arrived. When the report was made they could not be opened: what was stored was damaged. We are sorry.',
      'They are not in the report, nobody has read them, and they are deleted.',
      'Nobody in the round is told that they were yours. The report is complete without them, so there is nothing for you to do.',
    ],
  },
} as const satisfies Readonly<Record<string, BuiltIn>>;

/** The kinds of mail, and one more for each of the two that speak to a leader about their own answers. */
export type WordingKey = keyof typeof builtIn;

export const isWordingKey = (key: string): key is WordingKey => Object.hasOwn(builtIn, key);

/** A value for every placeholder that the kind has. */
export type ValuesOf<Key extends WordingKey> = Readonly<Record<Exclude<(typeof builtIn)[Key]['placeholders'][number], 'link'>, string>>;
