/** Comments of nobody: each could stand under any quality. */
export const sampleWords = {
  seen: [
    'In the weekly meeting: everybody was asked before anything was decided, and the two who disagreed were asked twice.',
    'When the timetable fell apart in spring, we knew by lunchtime what was settled and what was still open.',
    'In corridors, mostly. Never in a hurry, even when there was reason to be.',
    'At the open evening, with parents who had come to complain and left as helpers.',
    'I see it in small things: a note after a hard day, a name remembered.',
    'Less in the last months than before. It may be the number of projects.',
  ],
  help: [
    'Say earlier what is already decided. We would rather know than be asked for form’s sake.',
    'One meeting fewer, and the freed hour in classrooms.',
    'Let others lead the part that you find easiest.',
    'Come back to what was agreed. The second talk is the one that changes something.',
    'Say no more often.',
  ],
} as const;
