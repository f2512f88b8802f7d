"""HTTP with credentials, for endpoints and graph stores: basic and digest authentication."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from http.client import HTTPException, HTTPMessage
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit, urlunsplit
from urllib.request import (
    HTTPBasicAuthHandler,
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithPriorAuth,
    OpenerDirector,
    Request,
    build_opener,
)

from xiezuo.errors import StoreError

_MESSAGE = 500
"""How many characters of a server's error message are worth showing."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user and a password."""

    user: str
    password: str


class Refusal(StoreError):
    """A server's answer that is no success; ``wait`` is how many seconds it asks to wait."""

    def __init__(self, where: str, error: HTTPError, message: str) -> None:
        self.status = error.code
        self.message = message
        wait = error.headers.get("Retry-After") or ""
        self.wait = float(wait) if wait.isdecimal() else 0.0
        super().__init__(f"{where}: {error.code} {error.reason} {message}".rstrip())


class Unreachable(StoreError):
    """A server that does not answer."""


def split_credentials(url: str) -> tuple[str, Credentials | None]:
    """The address without the user and password in it, and these.

    >>> split_credentials("http://me:a%40b@example.org/sparql")
    ('http://example.org/sparql', Credentials(user='me', password='a@b'))
    """
    parts = urlsplit(url)
    if parts.username is None:
        return url, None
    credentials = Credentials(unquote(parts.username), unquote(parts.password or ""))
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2])), credentials


class Http:
    """Asks the server of an address; a user and password in the address are its credentials.

    They go to that server only, and only when it wants them; after that, without being asked
    again, so that bodies are sent once.
    """

    def __init__(self, url: str, timeout: float = 60.0) -> None:
        self.url, credentials = split_credentials(url)
        self._timeout = timeout
        self._opener = _opener(self.url, credentials)

    def send(self, request: Request) -> tuple[str, bytes]:
        """The media type and the body of a server's answer.

        Raises:
            Refusal: the status is no success.
            Unreachable: there is no answer.
        """
        request.add_header("User-Agent", "xiezuo")
        try:
            with self._opener.open(request, timeout=self._timeout) as reply:
                return reply.headers.get_content_type(), reply.read()
        except HTTPError as error:
            with error:
                body = error.read(4 * _MESSAGE).decode("utf-8", "replace")[:_MESSAGE].strip()
            raise Refusal(self.url, error, body) from error
        except TimeoutError as error:
            raise Unreachable(f"{self.url}: no answer within {self._timeout:g} s") from error
        except (URLError, HTTPException, OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            raise Unreachable(f"{self.url}: cannot be reached ({reason})") from error


def _opener(url: str, credentials: Credentials | None) -> OpenerDirector:
    if credentials is None:
        return build_opener()
    manager = HTTPPasswordMgrWithPriorAuth()
    origin = urlunsplit(urlsplit(url)._replace(path="/", query="", fragment=""))
    manager.add_password(None, origin, credentials.user, credentials.password)
    return build_opener(_Digest(manager), _Basic(manager))


_Handler = Callable[[Any, Request, IO[bytes], int, str, HTTPMessage], Any]


def _freeing(handle: _Handler) -> _Handler:
    """Closes the refusal that is answered with credentials, which urllib leaves open.

    A refusal that stays unanswered (None) is the caller's to read.
    """

    @wraps(handle)
    def handled(
        self: Any, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> Any:
        try:
            answer = handle(self, req, fp, code, msg, headers)
        except HTTPError:  # the credentials were refused as well
            fp.close()
            raise
        if answer is not None:
            fp.close()
        return answer

    return handled


class _Digest(HTTPDigestAuthHandler):
    """Answers a challenge, and then each request before it is challenged."""

    _challenge: Mapping[str, str] | None = None

    def get_authorization(self, req: Request, chal: Mapping[str, str]) -> str | None:
        """The digest for a request; remembers the challenge."""
        self._challenge = chal
        return super().get_authorization(req, chal)

    def http_request(self, request: Request) -> Request:
        """Adds the digest to a request where the server has sent its challenge before."""
        if self._challenge is not None and not request.has_header("Authorization"):
            answer = self.get_authorization(request, self._challenge)
            request.add_unredirected_header("Authorization", f"Digest {answer}")
        return request

    https_request = http_request

    @_freeing
    def http_error_401(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> Any:
        """The answer to the request with credentials."""
        return super().http_error_401(req, fp, code, msg, headers)


class _Basic(HTTPBasicAuthHandler):
    """Gives the password to a server that asks for it so."""

    @_freeing
    def http_error_401(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> Any:
        """The answer to the request with credentials."""
        return super().http_error_401(req, fp, code, msg, headers)
