/** What happens next, for whoever checks a list in the coach's stead: nothing of how the round is going. */
export const listNext = ({ leader, coach, waits }: { readonly leader: string; readonly coach: string; readonly waits: boolean }): string =>
  waits
    ? `Please check the list of colleagues of ${leader}, in the stead of ${coach}: invitations leave when one of you confirms it.`
    : `Nobody on the list of ${leader} waits for a check.`;
