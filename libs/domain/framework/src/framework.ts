/** One statement that a colleague can have seen in practice; known by its code ("1.3"), never by text or position. */
export interface Behaviour {
  readonly code: string;
  readonly text: string;
}

export interface Quality {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  readonly behaviours: readonly Behaviour[];
}

/** Labelled points with consecutive whole values from 1; "not observed" stands apart from them and is never a number. */
export interface Scale {
  readonly points: readonly { readonly value: number; readonly label: string }[];
  readonly notObserved: string;
}

/** What is asked: the content of one published version. A round is pinned to one. */
export interface Framework {
  readonly name: string;
  /** BCP 47 tag of the language that it is written in. */
  readonly language: string;
  readonly scale: Scale;
  /** The two open questions asked once for each quality. */
  readonly prompts: { readonly seen: string; readonly help: string };
  readonly qualities: readonly Quality[];
  /** Asked of the leader for each quality. */
  readonly reflection: readonly string[];
  /** What leader and colleague talk about. */
  readonly conversation: readonly string[];
}
