/** Everything that belongs to the survey, in every spelling that a mail gateway makes of its link (docs/decisions/0005). */
export const isSurvey = (url: string): boolean => /^\/s(?:[/?#%]|$)/i.test(url);
