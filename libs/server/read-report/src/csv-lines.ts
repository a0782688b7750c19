import {
  agreementInWords,
  classificationInWords,
  firstPageInWords,
  noAgreementInWords,
  verdictInWords,
  withheldInWords,
} from '@facet/contract';
import type { BehaviourFigures, CellFigure, QualityFigures, ScoreFigure, Snapshot } from '@facet/domain-report';

/** One figure of the report. `value` and `raters` are null where nothing is shown, and `missing` says why. Words are empty on lines that they do not belong to. */
export interface Line {
  readonly quality: string;
  readonly behaviour: string;
  readonly text: string;
  readonly who: string;
  readonly value: number | null;
  readonly raters: number | null;
  readonly missing: string;
  /** On a gap. */
  readonly verdict: string;
  /** On a quality's gap. */
  readonly classification: string;
  /** On a quality's score of all others. */
  readonly agreement: string;
  /** On a behaviour's gap: the list of the first page that it stands in. */
  readonly firstPage: string;
}

type About = Pick<Line, 'quality' | 'behaviour' | 'text'>;
type Judged = Pick<Line, 'verdict' | 'classification' | 'agreement' | 'firstPage'>;
type Counted = Pick<Line, 'value' | 'raters' | 'missing'>;
type Figures = Pick<BehaviourFigures, 'self' | 'lineManagers' | 'gap'> & {
  readonly groups: readonly (CellFigure | ScoreFigure)[];
  readonly allOthers: CellFigure | ScoreFigure;
};

const unjudged: Judged = { verdict: '', classification: '', agreement: '', firstPage: '' };

/** Every figure that the report shows, and why it shows no other, in the order of the page. */
export const linesOf = (snapshot: Snapshot): Line[] =>
  snapshot.qualities.flatMap((quality) => [
    ...qualityLines(snapshot, quality),
    ...quality.behaviours.flatMap((behaviour) => behaviourLines(snapshot, quality, behaviour)),
  ]);

function qualityLines(snapshot: Snapshot, quality: QualityFigures): Line[] {
  const lineManagers = quality.lineManagers.map(({ name, mean }) => ({ name, rating: mean }));
  const about = { quality: quality.code, behaviour: '', text: quality.name };
  return figureLines(
    snapshot,
    about,
    { ...quality, lineManagers },
    {
      verdict: quality.verdict ? verdictInWords[quality.verdict].short : '',
      classification: quality.classification ? classificationInWords[quality.classification].short : '',
      agreement: agreementOf(quality),
      firstPage: '',
    },
  );
}

function agreementOf({ allOthers, agreement }: QualityFigures): string {
  if ('withheld' in allOthers) return '';
  return (agreement ? agreementInWords[agreement] : noAgreementInWords).short;
}

function behaviourLines(snapshot: Snapshot, quality: QualityFigures, behaviour: BehaviourFigures): Line[] {
  const about = { quality: quality.code, behaviour: behaviour.code, text: behaviour.text };
  return figureLines(snapshot, about, behaviour, {
    ...unjudged,
    verdict: behaviour.verdict ? verdictInWords[behaviour.verdict].short : '',
    firstPage: listHolding(snapshot, behaviour.code),
  });
}

function listHolding({ firstPage, rules }: Snapshot, code: string): string {
  const { confirmedStrengths, blindSpots, hiddenStrengths } = firstPageInWords(rules);
  if (firstPage.confirmedStrengths.includes(code)) return confirmedStrengths.heading;
  if (firstPage.blindSpots.includes(code)) return blindSpots.heading;
  return firstPage.hiddenStrengths.includes(code) ? hiddenStrengths.heading : '';
}

function figureLines({ groups }: Snapshot, about: About, shown: Figures, judged: Judged): Line[] {
  const line = (who: string, counted: Counted): Line => ({ ...about, who, ...counted, ...unjudged });
  const single = (who: string, value: number | null, missing: string): Line =>
    line(who, { value, raters: null, missing: value === null ? missing : '' });
  return [
    single('Self', shown.self, 'not observed'),
    ...shown.lineManagers.map(({ name, rating }) => single(`${name} (line manager)`, rating, 'not observed')),
    ...groups.flatMap(({ label }, at) => {
      const figure = shown.groups[at];
      return figure ? [line(label, counted(figure))] : [];
    }),
    { ...line('All others', counted(shown.allOthers)), agreement: judged.agreement },
    { ...single('Gap: self minus all others', shown.gap, 'cannot be compared'), ...judged, agreement: '' },
  ];
}

const counted = (figure: CellFigure | ScoreFigure): Counted =>
  'withheld' in figure
    ? { value: null, raters: null, missing: withheldInWords[figure.withheld] }
    : { value: figure.mean, raters: 'n' in figure ? figure.n : null, missing: '' };
