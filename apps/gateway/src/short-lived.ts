import { setFlagsFromString } from 'node:v8';

/**
 * Nothing that a request allocates outlives it. V8 learns otherwise in about every other start: where many requests
 * are in the air at the first collections, it takes what they allocate for long-lived and puts it among the old from
 * then on, and one old object that nobody uses any more keeps alive all young ones it refers to. Collections then take
 * 30 ms in place of half a millisecond, and a request a third more processor time (bench/README.md).
 */
setFlagsFromString('--no-allocation-site-pretenuring');

// And since next to nothing survives, sharing that out among threads costs more than it saves.
setFlagsFromString('--no-parallel-scavenge');
