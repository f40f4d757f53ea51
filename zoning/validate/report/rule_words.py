"""The words of rules in a language: English ones from the rule itself, others from `lang`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from zoning.lang.translate import rule_file
from zoning.validate.catalogue import catalogue
from zoning.validate.core.rule import SECTIONS

__all__ = ["RuleWords", "rule_words"]


@dataclass(frozen=True)
class RuleWords:
    """The words of a rule in one language.

    Parameters
    ----------
    name, summary, why, bad, good, remedy : str
        As in :class:`zoning.validate.core.rule.Rule`, each section without line breaks of its own.
    """

    name: str
    summary: str
    why: str
    bad: str
    good: str
    remedy: str


@cache
def rule_words(rule_id: str, lang: str) -> RuleWords:
    """The words of a rule: English ones from its module, others from its file in `zoning.lang`.

    Examples
    --------
    >>> rule_words("COV001", "en").name, rule_words("COV001", "zh").name
    ('gap', '遗漏')
    """
    if lang == "en":
        rule = catalogue()[rule_id]
        plain = {title.lower(): _unwrapped(rule.sections[title]) for title in SECTIONS}
        return RuleWords(rule.name, rule.summary, **plain)
    told = rule_file(rule_id, lang)
    return RuleWords(**{name: str(told[name]) for name in RuleWords.__dataclass_fields__})


def _unwrapped(text: str) -> str:
    return "\n".join(" ".join(p.split()) for p in text.replace("``", "").split("\n\n"))
