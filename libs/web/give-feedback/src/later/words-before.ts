/** The only sentences that the pages hold themselves: they are needed while no survey, and so no language, has arrived. */
export const wordsBefore = {
  code: {
    heading: 'Type the code from your mail',
    text: 'The link in your mail opens this page with the code already in it. If it did not, the 26 letters and digits are in the mail too, below the button. Capitals, spaces and hyphens do not matter.',
    label: 'Code',
    open: 'Open my questions',
    wrong: 'That is not a whole code. It has 26 letters and digits. Nothing is lost: please compare it with your mail.',
  },
  unknown: {
    heading: 'This link is not known here',
    text: 'It may be incomplete, or a newer one has taken its place. Please use the link in your newest mail, or type the code from it.',
  },
  unreachable: {
    heading: 'We cannot reach the server',
    text: 'Your connection, or the server, is taking a break. Answers that were saved are safe. We keep trying by ourselves.',
    again: 'Try again now',
  },
  refused: { again: 'Try again' },
  unsaved: 'This did not reach the server. You can copy your words from here:',
} as const;
