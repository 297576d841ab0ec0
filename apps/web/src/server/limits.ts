/** Calls in one batch, for client and server alike. */
export const maxBatchSize = 20;

/** Bytes of a request's body: a kubeconfig of 256 KiB, escaped, with room. */
export const maxBodyBytes = 1024 * 1024;
