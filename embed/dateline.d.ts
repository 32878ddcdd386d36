/** What the address holds. An absent key is left as it is, `null` takes its choice back. */
export interface State {
  /** Words to search for. */
  q: string;
  /** Ids of names that must all occur. */
  with: string[];
  /** Ids of names that must not occur. */
  without: string[];
  /** Names of outlets, any of them. */
  outlet: string[];
  /** The first day, `2025-05-01`. */
  from: string | null;
  /** The last day. */
  to: string | null;
  /** The id of the open event. */
  event: string | null;
  /** The id of the open article. */
  article: string | null;
  view: "story" | "timeline" | "list" | "compare";
  /** `"all"`: all days are in view where none are chosen, and not the story's only. */
  years: "all" | null;
}

/** A state to go to: lists may also be texts with commas, as in the address. */
export type PartialState = {
  [Key in keyof State]?: State[Key] | string | null;
};

export interface SearchOptions {
  /** How many ids at most; 20. */
  limit?: number;
  /** Whether the last word may be the beginning of one; true. */
  prefix?: boolean;
  /** Whether a word may be misspelt; true. */
  typos?: boolean;
}

export interface Found {
  total: number;
  /** Ids of articles, best first. */
  ids: string[];
}

export interface Facets {
  articles: number;
  events: number;
  entities: [id: string, name: string, count: number][];
  outlets: [name: string, count: number][];
  months: [month: string, count: number][];
}

/** `window.dateline` on the explorer's own page. */
export interface Dateline {
  /** A click on a filter would now be answered. */
  ready: Promise<void>;
  version: string;
  state(): State;
  /** As if the reader had done it: one history entry, in a frame none. */
  go(state: PartialState): void;
  /** All words must occur; `"…"` is a phrase. */
  search(text: string, options?: SearchOptions): Promise<Found>;
  /** Counts of a state laid over the present one; 50 names unless `top` says otherwise. */
  facets(state?: PartialState, options?: { top?: number }): Facets;
  /** Lets the timeline look at these days, `2025-05-01`. Filters nothing and leaves the address alone. */
  look(from: string, to: string): void;
  /** Takes the explorer off the page for good: other calls then throw. */
  close(): void;
}

/** `<dateline-explorer>` or `<div data-dateline>`: the same calls, each with a promise. */
export interface DatelineExplorer extends HTMLElement {
  readonly ready: Promise<void>;
  state(): Promise<State>;
  go(state: PartialState): Promise<void>;
  search(text: string, options?: SearchOptions): Promise<Found>;
  facets(state?: PartialState, options?: { top?: number }): Promise<Facets>;
  look(from: string, to: string): Promise<void>;
  /** Shows what a hash of the explorer's address asks for: `#/?with=…`. */
  visit(hash: string): Promise<void>;
}

/** What an embedding page says to a frame that it made itself. */
export type ToFrame =
  | { dateline: 1; type: "hello" }
  | { dateline: 1; type: "call"; id: number; call: "state" | "go" | "search" | "facets" | "look" | "visit"; args?: unknown[] };

/** What the frame says, to the origin that said hello. */
export type FromFrame =
  | { dateline: 1; type: "hello" | "ready" }
  | { dateline: 1; type: "height"; value: number }
  | { dateline: 1; type: "change"; value: { state: State; hash: string } }
  | { dateline: 1; type: "select"; value: Pick<State, "event" | "article"> }
  | { dateline: 1; type: "answer"; id: number; value?: unknown; error?: string };

declare global {
  interface Window {
    dateline?: Dateline;
  }
  interface HTMLElementTagNameMap {
    "dateline-explorer": DatelineExplorer;
  }
  interface HTMLElementEventMap {
    "dateline:change": CustomEvent<State>;
    "dateline:select": CustomEvent<Pick<State, "event" | "article">>;
  }
}
