import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { facets } from './stone';

/** The mark: seven facets for seven qualities. The first `lit` of them are filled; what that means is said in words beside it. */
@Component({
  selector: 'kit-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './mark.html',
  styleUrl: './mark.css',
})
export class Mark {
  readonly lit = input(facets.length);
  protected readonly facets = facets;
}
