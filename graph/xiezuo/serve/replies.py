"""From a reply to the response: entity tags, caching, and what a browser may do with it."""

from __future__ import annotations

import hashlib
import re

from starlette.requests import Request
from starlette.responses import Response

from xiezuo.serve.messages import Reply

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
"""What pages may load: what this server sends, and nothing inline. A reply may have its own."""

EDITOR_POLICY = POLICY.replace(
    "style-src 'self'",
    "style-src 'self' 'unsafe-hashes' 'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='",
)
"""The query editor sets one style attribute, and this one only."""

_TAG = re.compile(r'(?:W/)?("[^"]*")|\*')


def sent(request: Request, reply: Reply) -> Response:
    """The response to a request; 304 without a body where the client has the same already."""
    headers = {
        "Vary": "Accept",
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Content-Security-Policy": POLICY,
        **reply.headers,
    }
    if reply.status == 200 and request.method in ("GET", "HEAD"):
        headers["ETag"] = tag = entity_tag(reply)
        if matches(request.headers.get("if-none-match", ""), tag):
            return Response(status_code=304, headers=headers)
    return Response(reply.body, reply.status, headers, reply.media_type)


def entity_tag(reply: Reply) -> str:
    """A strong tag: equal bytes of equal type have the same one."""
    digest = hashlib.sha256(reply.media_type.encode() + b"\n" + reply.body)
    return f'"{digest.hexdigest()[:32]}"'


def matches(condition: str, tag: str) -> bool:
    """Whether an If-None-Match header names a tag (RFC 9110, 13.1.2: weak comparison).

    >>> matches('"a", W/"b"', '"b"')
    True
    """
    return any(match[0] == "*" or match[1] == tag for match in _TAG.finditer(condition))
