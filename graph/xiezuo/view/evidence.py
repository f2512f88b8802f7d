"""The evidence of facts: assertions, the sentences that they quote, and their articles."""

from __future__ import annotations

from collections.abc import Iterable

from xiezuo.view.graphread import Graph, Record
from xiezuo.view.model import Article, Quote, Sentence, ViewModel
from xiezuo.vocab import curie


class Evidence:
    """Lists assertions, sentences and articles in the model, each once."""

    def __init__(self, graph: Graph, model: ViewModel) -> None:
        self.graph = graph
        self.model = model
        self.sentences: dict[str, int] = {}
        self.articles: dict[str, int] = {}

    def quote(self, iri: str) -> int:
        """The id of an assertion, which belongs to one fact."""
        record = self.graph.get(iri)
        self.model.quotes.append(
            Quote(
                sentence=self._sentence(record.iri_of("oa:hasTarget") or ""),
                trigger=record.text("xz:trigger") or record.text("xz:phrase") or "",
                rule=record.text("xz:rule") or "",
                confidence=record.number("xz:confidence"),
                status=curie(record.iri_of("xz:status") or ""),
            )
        )
        return len(self.model.quotes) - 1

    def first_year(self, quotes: Iterable[int]) -> str:
        """The year of the earliest article among those of some assertions; "" for none."""
        sentences = (self.model.sentences[self.model.quotes[quote].sentence] for quote in quotes)
        dates = (self.model.articles[sentence.article].date for sentence in sentences)
        return min((date[:4] for date in dates if date), default="")

    def _sentence(self, iri: str) -> int:
        if iri not in self.sentences:
            record = self.graph.get(iri)
            selectors = [self.graph.get(one) for one in record.iris("oa:hasSelector")]
            text = _of_class(selectors, "oa:TextQuoteSelector")
            place = _of_class(selectors, "oa:TextPositionSelector")
            self.sentences[iri] = len(self.model.sentences)
            self.model.sentences.append(
                Sentence(
                    prefix=text.text("oa:prefix") or "",
                    exact=text.text("oa:exact") or "",
                    suffix=text.text("oa:suffix") or "",
                    start=int(place.number("oa:start")),
                    end=int(place.number("oa:end")),
                    article=self._article(record.iri_of("oa:hasSource") or ""),
                )
            )
        return self.sentences[iri]

    def _article(self, iri: str) -> int:
        if iri not in self.articles:
            record = self.graph.get(iri)
            document = self.graph.get(record.iri_of("schema:isPartOf"))
            self.articles[iri] = len(self.model.articles)
            self.model.articles.append(
                Article(
                    iri=iri,
                    headline=record.text("schema:headline") or "",
                    position=int(record.number("schema:position")),
                    authors=tuple(record.texts("schema:author")),
                    file=document.text("xz:fileName") or "",
                    date=_either(record, document, "schema:datePublished"),
                    url=_either(record, document, "schema:url"),
                    publisher=_either(record, document, "schema:publisher"),
                )
            )
        return self.articles[iri]


def _of_class(records: list[Record], name: str) -> Record:
    return next((record for record in records if record.is_a(name)), Record(""))


def _either(article: Record, document: Record, name: str) -> str:
    """A value of the article, or else of its document."""
    for record in (article, document):
        if value := record.text(name) or record.iri_of(name):
            return value
    return ""
