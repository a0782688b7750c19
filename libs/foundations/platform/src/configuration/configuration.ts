export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/** Everything that may differ between two installations, validated once at start. */
export interface Configuration {
  /** Nothing leaves the machine: mail goes to /mailbox, a demo school is there, secrets are made up. */
  readonly demo: boolean;
  readonly roles: readonly ('http' | 'jobs')[];
  readonly logLevel: LogLevel;
  readonly host: string;
  /** Undefined: the usual port, or the next free one. */
  readonly port: number | undefined;
  readonly publicUrl: URL;
  /** Addresses and networks whose X-Forwarded-For is believed; empty: nobody's, and limits count the address that connects. */
  readonly trustedProxies: readonly string[];
  /** Folder of everything that this process keeps itself: the embedded database, keys, the demo mailbox. */
  readonly data: string;
  /** Undefined: the PostgreSQL that npm installed is started in `data`. */
  readonly databaseUrl: string | undefined;
  /** So long a request waits for a free connection to the database, and is then asked to come again. */
  readonly databaseWaitSeconds: number;
  readonly redisUrl: string | undefined;
  /** Undefined only in demo mode, where the mailbox gives its own. */
  readonly smtpUrl: string | undefined;
  /** Signs codes and return paths; at least 32 bytes. */
  readonly secret: Buffer;
  /** One volume mounted by every process. */
  readonly keysFolder: string;
  readonly mail: {
    readonly from: { readonly name: string; readonly address: string };
    /** The key that signs what is sent, and under which name its public half is published. Null: the mail server signs. */
    readonly dkim: { readonly domain: string; readonly selector: string; readonly privateKey: string } | null;
    /** Reports of mail that could not be delivered go to an address of this domain. Undefined: to the sender. */
    readonly returnDomain: string | undefined;
    /** A mailbox (Maildir) to which all mail for that domain is delivered. Undefined: nobody looks for returned mail here. */
    readonly bounceMaildir: string | undefined;
    /** Signs what is posted as returned mail. Undefined: nothing is taken in that way. */
    readonly bounceWebhookSecret: Buffer | undefined;
    /** So long a worker may take for one mail; whoever has not come back by then has gone. */
    readonly leaseSeconds: number;
    /** The first pause after a server said "later"; the following ones are multiples of it. */
    readonly backOffSeconds: number;
    /** After its first attempt a mail is tried for so long. */
    readonly giveUpHours: number;
    /** So many mails to colleagues leave for one domain in a minute; null: as many as there are. */
    readonly perDomainMinute: number | null;
    readonly sweepSeconds: number;
    /** The local hours of organisations that have not set their own; 1 is Monday. */
    readonly hours: { readonly weekdays: readonly number[]; readonly from: TimeOfDay; readonly until: TimeOfDay };
  };
  /** Where this process gives its figures to whoever watches it, and to whom: null token, to this machine alone. Null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number; readonly token: Buffer | null } | null;
  /** The provider of identities at which people may sign in (OpenID Connect). Null: there is none. */
  readonly singleSignOn: {
    readonly issuer: URL;
    readonly clientId: string;
    /** Undefined: a public client, known by its address and its proof of having asked (PKCE) alone. */
    readonly clientSecret: string | undefined;
    /** What follows "Sign in with" on the button. */
    readonly label: string;
    /** Whoever runs the installation says that the provider asks for two factors. Its own word for it (acr, amr) is not trusted. */
    readonly isSecondFactor: boolean;
  } | null;
  /** How often the jobs role looks for what is due. */
  readonly tickSeconds: number;
  /** How long after the seal a round's secret is kept, for backups that are still to be made. */
  readonly keyGraceDays: number;
}

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The nest token of the configuration. */
export const CONFIGURATION = Symbol('configuration');
