"""Questions to a graph: the ``.rq`` files, their parameters, and the answers as text."""

from xiezuo.query.ask import Asked, ask
from xiezuo.query.formats import FORMATS
from xiezuo.query.question import Parameter, Question, load_question, questions
from xiezuo.query.understand import Understood, understand

__all__ = [
    "FORMATS",
    "Asked",
    "Parameter",
    "Question",
    "Understood",
    "ask",
    "load_question",
    "questions",
    "understand",
]
