import { surveyPath } from './survey-paths';

/**
 * Every address of the server, once. `:round` and `:person` stand for an id.
 * Everything under /s belongs to the survey: it is logged as /s and nothing more.
 */
export const path = {
  signIn: '/api/sign-in',
  signInCode: '/api/sign-in/code',
  oneTimeLink: '/api/sign-in/link',
  /** At the provider of identities, where the installation has one. */
  signOn: '/api/sign-in/single-sign-on',
  signOnReturn: '/api/sign-in/single-sign-on/return',
  connectedAccount: '/api/connected-account',
  connectAccount: '/api/connected-account/connect',
  disconnectAccount: '/api/connected-account/disconnect',
  signOut: '/api/sign-out',
  me: '/api/me',
  secondFactor: '/api/second-factor',
  secondStep: '/api/second-factor/enter',
  newAuthenticator: '/api/second-factor/new',
  confirmAuthenticator: '/api/second-factor/confirm',
  recoveryCodes: '/api/second-factor/recovery-codes',
  takeOffSecondFactor: '/api/second-factor/take-off',
  ownSessions: '/api/sessions',
  endOtherSessions: '/api/sessions/end-others',
  endSession: '/api/sessions/:session/end',
  /** Demo mode only; 404 elsewhere. */
  demo: '/api/demo',

  launchOptions: '/api/launch',
  launchPreview: '/api/launch/preview',
  launchDraft: '/api/launch/draft',
  /** `?of=` the first letters of a name or an address, two at least. */
  knownPeople: '/api/launch/people',
  rounds: '/api/rounds',
  round: '/api/rounds/:round',
  confirmColleagues: '/api/rounds/:round/confirm-colleagues',
  address: '/api/rounds/:round/address',
  proposeAddress: '/api/rounds/:round/address/propose',
  keepAddress: '/api/rounds/:round/address/keep',
  colleagues: '/api/rounds/:round/colleagues',
  takeOut: '/api/rounds/:round/colleagues/take-out',
  group: '/api/rounds/:round/colleagues/group',
  approver: '/api/rounds/:round/approver',
  endApprover: '/api/rounds/:round/approver/end',
  coach: '/api/rounds/:round/coach',
  coaching: '/api/coaching',
  closing: '/api/rounds/:round/closing',
  remind: '/api/rounds/:round/remind',
  expectations: '/api/rounds/:round/expectations',
  again: '/api/rounds/:round/again',
  sent: '/api/rounds/:round/sent',
  cancel: '/api/rounds/:round/cancel',
  seal: '/api/rounds/:round/seal',
  report: '/api/rounds/:round/report',
  reportCsv: '/api/rounds/:round/report.csv',
  reportPdf: '/api/rounds/:round/report.pdf',
  release: '/api/rounds/:round/release',
  declineReasons: '/api/rounds/:round/decline-reasons',
  reportViews: '/api/rounds/:round/report/views',
  desk: '/api/rounds/:round/desk',
  withhold: '/api/rounds/:round/desk/withhold',
  showAgain: '/api/rounds/:round/desk/show-again',
  debriefNotes: '/api/rounds/:round/desk/notes',
  releaseDay: '/api/rounds/:round/desk/release-day',
  sampleReport: '/api/sample-report',

  /** Those that somebody administers; `people`, `peopleCsv` and `importPeople` take `?organisation=` where there are several. */
  organisations: '/api/organisations',
  people: '/api/people',
  peopleCsv: '/api/people.csv',
  importPeople: '/api/people/import',
  person: '/api/people/:person',
  access: '/api/people/:person/access',
  resetSecondFactor: '/api/people/:person/second-factor/reset',

  /** Both take `?organisation=` too. */
  settings: '/api/settings',
  settingsPreview: '/api/settings/preview',

  /** Takes `?organisation=` too, and `?topic=`, `?person=` and `?below=` to look for entries. */
  log: '/api/log',

  mailRoom: '/api/mail-room',
  letters: '/api/mail-room/letters',
  letter: '/api/mail-room/letters/:letter',
  letterHtml: '/api/mail-room/letters/:letter/html',
  letterPreview: '/api/mail-room/letters/:letter/preview',
  letterReset: '/api/mail-room/letters/:letter/reset',

  ...surveyPath,
} as const;

/** The address of one round's, or person's, resource: `of(path.report, id)`. */
export const of = (template: string, id: string): string => template.replace(/:\w+/, () => id);
