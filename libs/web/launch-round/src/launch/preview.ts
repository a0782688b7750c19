import { httpResource } from '@angular/common/http';
import { computed, debounced, linkedSignal, type Signal } from '@angular/core';
import { LaunchPreview, path, type Problem } from '@facet/contract';
import { refusalOf } from '@facet/web-kit';
import { type Draft, requestOf } from './draft';

const PAUSE_IN_TYPING = 350;

export interface Preview {
  /** What the server made of the draft; the one before stays until the next is there. */
  readonly latest: Signal<LaunchPreview | null>;
  readonly waits: Signal<boolean>;
  readonly refusal: Signal<Problem | null>;
  readonly reload: () => void;
}

/** Asks the server, whenever the typing pauses, what it understands and what everyone will see. Nothing is kept of it there. */
export const previewOf = (draft: () => Draft): Preview => {
  const paused = debounced(() => requestOf(draft()), PAUSE_IN_TYPING);
  const answer = httpResource(
    () => {
      const body = paused.hasValue() ? paused.value() : undefined;
      return body && { url: path.launchPreview, method: 'POST', body };
    },
    { parse: (body) => LaunchPreview.parse(body) },
  );
  return {
    latest: linkedSignal<LaunchPreview | null, LaunchPreview | null>({
      source: () => (answer.hasValue() ? answer.value() : null),
      computation: (arrived, previous) => arrived ?? previous?.value ?? null,
    }),
    waits: computed(() => paused.isLoading() || answer.isLoading()),
    refusal: computed(() => {
      const error = answer.error();
      return error ? refusalOf(error) : null;
    }),
    reload: () => answer.reload(),
  };
};
