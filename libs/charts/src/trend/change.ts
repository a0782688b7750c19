import { valueOf, type Point } from '../voices';

/** Last − first of what is shown, in scale points; null where fewer than two moments are. Never across a different behaviour. */
export const changeOf = (points: readonly Point[] | undefined): number | null => {
  const shown = (points ?? []).flatMap((point) => valueOf(point) ?? []);
  const [first, last] = [shown[0], shown.at(-1)];
  return shown.length < 2 || first === undefined || last === undefined ? null : last - first;
};
