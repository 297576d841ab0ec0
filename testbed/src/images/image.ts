/** What goes into an image made from nothing: a few static binaries and what they expect around them. */
export interface Image {
  /** In full, as container runtimes keep it: `docker.io/grafana/alloy:v1.19.0`. */
  readonly name: string;
  readonly entrypoint: readonly string[];
  readonly command?: readonly string[];
  /** Numbers, so that Kubernetes can tell that it is not root: `65534:65534`. Default: root. */
  readonly user?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Path in the image to path on this machine. All become executable. */
  readonly binaries: Readonly<Record<string, string>>;
  /** Path in the image to content. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Path in the image to what it points at. */
  readonly links?: Readonly<Record<string, string>>;
}
