// Angular's core takes these five names from RxJS to tell its own parts when it is at rest, and RxJS costs a slow line 2 kB before
// the first question. In their place stands as much of each as Angular uses (tools/shrink-survey.mjs); our own code uses none.

interface Observer<T> {
  next?(value: T): void;
  complete?(): void;
}

export class Subscription {
  private ends: (() => void)[] = [];

  constructor(end?: () => void) {
    if (end) this.ends.push(end);
  }

  add(other: Subscription | (() => void)): void {
    this.ends.push(typeof other === 'function' ? other : () => other.unsubscribe());
  }

  unsubscribe(): void {
    const ends = this.ends;
    this.ends = [];
    for (const end of ends) end();
  }
}

export class Observable<T> {
  constructor(private readonly begin: (to: Observer<T>) => Subscription | undefined) {}

  subscribe(to: Observer<T> | ((value: T) => void)): Subscription {
    return this.begin(typeof to === 'function' ? { next: to } : to) ?? new Subscription();
  }

  pipe<U>(step: (from: Observable<T>) => Observable<U>): Observable<U> {
    return step(this);
  }
}

export class Subject<T> extends Observable<T> {
  private readonly listening = new Set<Observer<T>>();

  constructor() {
    super((to) => {
      this.listening.add(to);
      return new Subscription(() => this.listening.delete(to));
    });
  }

  next(value: T): void {
    for (const one of [...this.listening]) one.next?.(value);
  }

  unsubscribe(): void {
    this.listening.clear();
  }
}

export class BehaviorSubject<T> extends Subject<T> {
  constructor(public value: T) {
    super();
  }

  override subscribe(to: Observer<T> | ((value: T) => void)): Subscription {
    const subscription = super.subscribe(to);
    if (typeof to === 'function') to(this.value);
    else to.next?.(this.value);
    return subscription;
  }

  override next(value: T): void {
    this.value = value;
    super.next(value);
  }
}

export const map =
  <T, U>(change: (value: T) => U) =>
  (from: Observable<T>): Observable<U> =>
    new Observable((to) => from.subscribe((value) => to.next?.(change(value))));
