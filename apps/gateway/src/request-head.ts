/** The few request headers that the read API looks at. Nothing else of a client's headers goes any further. */
export class RequestHead {
  authorization: string | undefined;
  cookie: string | undefined;
  accept: string | undefined;
  acceptEncoding: string | undefined;
  cacheControl: string | undefined;
  contentType: string | undefined;
  contentEncoding: string | undefined;
  origin: string | undefined;
  fetchSite: string | undefined;
  hasBody = false;
  /** Two credentials in one request: two servers may pick different ones. */
  isAmbiguous = false;
}

/** Names and values in turn, as Node's parser gives them; one pass, since this stands in every query's way. */
export function readHead(raw: readonly string[]): RequestHead {
  const head = new RequestHead();
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] as string;
    // The length alone rules out nearly every header that is of no interest.
    switch (name.length) {
      case 6:
      case 12:
      case 13:
      case 14:
      case 15:
      case 16:
      case 17:
        take(head, name.toLowerCase(), raw[index + 1] as string);
    }
  }
  return head;
}

function take(head: RequestHead, name: string, value: string): void {
  switch (name) {
    case 'authorization':
      head.isAmbiguous ||= head.authorization !== undefined;
      head.authorization = value;
      return;
    case 'cookie':
      head.cookie = head.cookie === undefined ? value : `${head.cookie}; ${value}`;
      return;
    case 'accept':
      head.accept = head.accept === undefined ? value : `${head.accept}, ${value}`;
      return;
    case 'accept-encoding':
      head.acceptEncoding = value;
      return;
    case 'cache-control':
      head.cacheControl = value;
      return;
    case 'content-type':
      head.contentType = value;
      return;
    case 'content-encoding':
      head.contentEncoding = value;
      return;
    case 'content-length':
      head.hasBody ||= value !== '0';
      return;
    case 'transfer-encoding':
      head.hasBody = true;
      return;
    case 'origin':
      head.origin = value;
      return;
    case 'sec-fetch-site':
      head.fetchSite = value;
  }
}
