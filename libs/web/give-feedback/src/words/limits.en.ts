/** Everything that no rule can protect, for whoever asks. */
export const limits: readonly { readonly heading: string; readonly text: string }[] = [
  {
    heading: 'Comparing notes',
    text: 'Colleagues who tell one another what they answered can work out what is left of their group.',
  },
  {
    heading: 'Your way of writing',
    text: 'Your words are shown as you write them, without your name. A turn of phrase, a date or a place may still tell that they are yours.',
  },
  {
    heading: 'Everyone at one end',
    text: 'If everyone in a group chooses the lowest or the highest point, the average says what each of them chose.',
  },
  {
    heading: 'Everyone has answered',
    text: 'Nobody is shown whether you have answered. The report says how many of a group did, though: where all who were asked did, that says it of each of them.',
  },
  {
    heading: 'The list of colleagues',
    text: 'The coach checks it, because someone who invents colleagues could read what the others of a small group said. Where nobody had checked, nothing could prevent that.',
  },
  {
    heading: 'Your organisation’s mail',
    text: 'Its mail system may record that you received this link and when it was opened. We keep no note of your opening it, and cannot prevent that others do.',
  },
  {
    heading: 'Whoever runs the server',
    text: 'While the round is open, answers are stored encrypted. Someone in control of the server who means harm could still read them. Once they are counted, nothing leads from you to an answer.',
  },
];
