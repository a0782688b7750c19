/** What the doctor found at one place. `says` is a sentence with the figure seen; `advice` says what to do, where something is to be done. */
export interface Finding {
  readonly area: 'settings' | 'database' | 'clock' | 'vault' | 'backup' | 'queue' | 'mail server' | 'mail domain' | 'returned mail';
  readonly state: 'good' | 'look' | 'bad' | 'not checked';
  readonly says: string;
  readonly advice?: string;
}
