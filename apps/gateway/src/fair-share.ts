import { OrielError } from '@oriel/domain/errors';

export interface FairShareOptions {
  /** What the readers of one store may have running together while several projects read it. */
  readonly shared: number;
  /** What one project may have running while nobody else reads, and one person of it. */
  readonly mostPerProject: number;
  readonly mostPerPerson: number;
  /** Waiting requests of one person; more are refused. */
  readonly queuePerPerson: number;
  readonly patienceMs: number;
  readonly now?: () => number;
}

export interface Asker {
  /** Of the store: its address. */
  readonly store: string;
  readonly tenant: string;
  readonly userId: string;
}

interface Waiting {
  readonly start: () => void;
  readonly timer: NodeJS.Timeout;
}

interface Person {
  running: number;
  readonly queue: Waiting[];
}

interface Project {
  running: number;
  lastAsked: number;
  readonly people: Map<string, Person>;
}

/** A project counts as a reader for this long after its last request. */
const activeMs = 5_000;

/**
 * Who may ask a store now. A project alone has it nearly to itself; several that read at the same time get the same
 * number of places each, so that one with heavy queries leaves room for the others; and within a project the people
 * who wait take turns.
 */
export class FairShare {
  readonly #options: FairShareOptions;
  readonly #now: () => number;
  readonly #stores = new Map<string, Map<string, Project>>();

  constructor(options: FairShareOptions) {
    this.#options = options;
    this.#now = options.now ?? performance.now.bind(performance);
  }

  /**
   * Runs `start` now or when its turn comes; `leave` must be called once for each start. `refuse` is called instead
   * where too many wait already, or for too long. Gives what takes a waiting one out again.
   */
  enter(asker: Asker, start: () => void, refuse: (error: OrielError) => void): () => void {
    const { project, person, projects } = this.#placeOf(asker);
    project.lastAsked = this.#now();
    if (person.queue.length === 0 && this.#hasRoom(project, person, projects)) {
      this.#start(project, person, start);
      return nothing;
    }
    if (person.queue.length >= this.#options.queuePerPerson) {
      refuse(tooMany('Too many of your queries wait already.'));
      return nothing;
    }
    const remove = () => {
      clearTimeout(waiting.timer);
      const at = person.queue.indexOf(waiting);
      if (at !== -1) person.queue.splice(at, 1);
      forgetIdle(project, asker.userId);
    };
    const giveUp = () => {
      remove();
      refuse(tooMany('Your query waited too long for its turn, behind others of your project.'));
    };
    const waiting: Waiting = { start, timer: setTimeout(giveUp, this.#options.patienceMs) };
    person.queue.push(waiting);
    return remove;
  }

  /** A request that was started has ended. */
  leave({ store, tenant, userId }: Asker): void {
    const projects = this.#stores.get(store);
    const project = projects?.get(tenant);
    const person = project?.people.get(userId);
    if (!projects || !project || !person) return;
    project.running--;
    person.running--;
    while (this.#startNext(project, projects));
    forgetIdle(project, userId);
  }

  /** The longest waiting of whoever's turn it is. False where nobody waits, or nobody may. */
  #startNext(project: Project, projects: Map<string, Project>): boolean {
    for (const [id, person] of project.people) {
      const [waiting] = person.queue;
      if (!waiting || !this.#hasRoom(project, person, projects)) continue;
      person.queue.shift();
      clearTimeout(waiting.timer);
      // To the end of the line: the next turn is somebody else's.
      project.people.delete(id);
      project.people.set(id, person);
      this.#start(project, person, waiting.start);
      return true;
    }
    return false;
  }

  #start(project: Project, person: Person, start: () => void): void {
    project.running++;
    person.running++;
    start();
  }

  #hasRoom(project: Project, person: Person, projects: Map<string, Project>): boolean {
    const { mostPerPerson, mostPerProject, shared } = this.#options;
    if (person.running >= mostPerPerson || project.running >= mostPerProject) return false;
    if (projects.size === 1) return true;
    return project.running < Math.max(1, Math.floor(shared / this.#active(projects)));
  }

  /** Those that have not read for a while are forgotten on the way. */
  #active(projects: Map<string, Project>): number {
    const since = this.#now() - activeMs;
    for (const [tenant, project] of projects) {
      if (project.running === 0 && project.lastAsked < since) projects.delete(tenant);
    }
    return projects.size;
  }

  #placeOf({ store, tenant, userId }: Asker) {
    const projects = kept(this.#stores, store, () => new Map<string, Project>());
    const project = kept(projects, tenant, () => ({ running: 0, lastAsked: 0, people: new Map<string, Person>() }));
    const person = kept(project.people, userId, () => ({ running: 0, queue: [] }));
    return { project, person, projects };
  }
}

function kept<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const before = map.get(key);
  if (before !== undefined) return before;
  const created = create();
  map.set(key, created);
  return created;
}

function forgetIdle({ people }: Project, userId: string): void {
  const person = people.get(userId);
  if (person?.running === 0 && person.queue.length === 0) people.delete(userId);
}

function nothing(): void {}

function tooMany(why: string): OrielError {
  return new OrielError('rate_limited', `${why} Wait for some to end, or ask for shorter ranges.`);
}
