"""What a request asks: the parameters in its address and its body."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.requests import Request

from xiezuo.serve.messages import Parameters, Refused

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"

MOST_BYTES = 2**20
"""How long a query may be."""


async def parameters(request: Request) -> Parameters:
    """The parameters of a request of the SPARQL protocol, in whichever of its three forms.

    Raises:
        Refused: 415 for another form or encoding, 413 for too much, 400 for what is no UTF-8.
    """
    found = read_parameters(request.url.query)
    if request.method != "POST":
        return found
    media_type, _, rest = request.headers.get("content-type", "").partition(";")
    media_type = media_type.strip().lower()
    if media_type not in (FORM, QUERY, UPDATE):
        raise Refused(415, f"POST {FORM} or {QUERY}, not {media_type or 'without a type'}")
    charset = rest.partition("charset=")[2].strip(' "').lower()
    if charset not in ("", "utf-8", "utf8"):
        raise Refused(415, f"SPARQL is sent in UTF-8, not in {charset}")
    text = await _text(request)
    if media_type == FORM:
        more = read_parameters(text)
    else:
        more = {"query" if media_type == QUERY else "update": (text,)}
    return {name: found.get(name, ()) + more.get(name, ()) for name in {**found, **more}}


def read_parameters(text: str) -> Parameters:
    """The parameters of a URL-encoded text.

    Raises:
        Refused: 400, they are no UTF-8, or too many.
    """
    try:
        found = parse_qs(text, keep_blank_values=True, errors="strict", max_num_fields=10_000)
    except ValueError as error:
        raise Refused(400, f"the parameters cannot be read ({error})") from error
    return {name: tuple(values) for name, values in found.items()}


async def _text(request: Request) -> str:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise Refused(413, f"a query has at most {MOST_BYTES} bytes")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, f"the body is no UTF-8 ({error})") from error
