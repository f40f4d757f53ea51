"""Messages and notes in another language than English.

The English sentence that a rule writes is the message: it is compared, scripted against and
stored. Another language is put over it when it is shown. Each rule has a file of its words
(``zh/rules/cov001.toml``: name, page, and pairs of a template of the English message and one of
the translation); ``zh/phrases.toml`` holds what many messages share, and ``zh/notes.toml`` the
notes.

A template fits a message as a whole: ``gap beside {ids}: {size}``. The name of a field, without
digits at its end, is its kind. The phrases of a kind are templates as well, so that fields are
translated in turn, and a field none of whose phrases fits makes the template fit not; a kind
with a pattern takes what that matches, any other kind takes any text as it is. What no template
fits stays English.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from typing import Any

from zoning.model.tolerances import count

__all__ = ["Template", "rule_file", "templates", "translated", "translated_note"]

_LONGEST = count("longest_translated")
_FIELD = re.compile(r"\{([a-z_]+[0-9]*)\}")
_WIDE = "\u2e80-\u9fff\uff00-\uffef\u3000-\u303f"
_WIDE_END, _WIDE_START = re.compile(f"[{_WIDE}] $"), re.compile(f"^[{_WIDE}]")


@dataclass(frozen=True)
class Template:
    """A sentence with named fields, in English and in another language."""

    source: str
    target: str

    @cached_property
    def literals(self) -> tuple[str, ...]:
        """What stands between the fields of the English sentence."""
        return tuple(_FIELD.split(self.source)[::2])

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields of the English sentence."""
        return tuple(_FIELD.split(self.source)[1::2])

    def fill(self, values: Mapping[str, str]) -> str:
        """The translated sentence; no space stays between two wide characters."""
        out = ""
        for n, part in enumerate(_FIELD.split(self.target)):
            text = values[part] if n % 2 else part
            if _WIDE_END.search(out) and _WIDE_START.search(text):
                out = out[:-1]
            elif out and _WIDE_START.search(out[-1]) and re.match(f" [{_WIDE}]", text):
                text = text[1:]
            out += text
        return out


def translated(message: str, rule_id: str, lang: str) -> str:
    """The message of a finding in a language; as it is where no template of its rule fits.

    Examples
    --------
    >>> translated("gap beside 001, row 7: 2.00 m2, 0.50 m wide (sliver)", "COV001", "zh")
    '001、第 7 行旁有遗漏：2.00 平方米，宽 0.50 米（狭长）'
    """
    if lang == "en" or rule_id not in _rule_ids(lang):
        return message
    return _fitted(message, templates(rule_id, lang), lang) or message


@lru_cache(maxsize=4096)
def translated_note(text: str, lang: str) -> str:
    """A note, or the reason why a rule did not run; as it is where no template fits.

    Examples
    --------
    >>> translated_note("no layer zones, buildings", "zh")
    '缺少图层：普查小区、建筑物'
    """
    return text if lang == "en" else _fitted(text, templates("notes", lang), lang) or text


@cache
def templates(which: str, lang: str) -> tuple[Template, ...]:
    """Templates of the messages of a rule, by its id, or of ``notes``."""
    told = _asset("notes", lang) if which == "notes" else rule_file(which, lang)
    return _pairs(told["messages"])


def _pairs(given: Sequence[Sequence[str]]) -> tuple[Template, ...]:
    return tuple(Template(source, target) for source, target in given)


@cache
def rule_file(rule_id: str, lang: str) -> Mapping[str, Any]:
    """The words of a rule in a language."""
    file = resources.files("zoning.lang") / lang / "rules" / f"{rule_id.lower()}.toml"
    return tomllib.loads(file.read_text("utf-8"))


@cache
def _rule_ids(lang: str) -> tuple[str, ...]:
    folder = resources.files("zoning.lang") / lang / "rules"
    return tuple(sorted(f.name.removesuffix(".toml").upper() for f in folder.iterdir()))


@cache
def _asset(name: str, lang: str) -> Mapping[str, Any]:
    file = resources.files("zoning.lang") / lang / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8"))


@cache
def _phrases(kind: str, lang: str) -> tuple[Template, ...]:
    """Phrases of a kind of field; none for a kind that is taken as it is."""
    return _pairs(_asset("phrases", lang)["phrases"].get(kind, ()))


@cache
def _pattern(template: Template, lang: str) -> re.Pattern[str]:
    parts, seen = [re.escape(template.literals[0])], set()
    for field, literal in zip(template.fields, template.literals[1:]):
        held = f"(?P<{field}>{_of_kind(_kind(field), lang)})"
        parts.append(f"(?P={field})" if field in seen else held)
        parts.append(re.escape(literal))
        seen.add(field)
    return re.compile("".join(parts), re.DOTALL)


def _of_kind(kind: str, lang: str) -> str:
    """What a field of a kind may hold: its pattern, one of its words, else anything."""
    known = _asset("phrases", lang)["patterns"].get(kind)
    if known:
        return known
    phrases = _phrases(kind, lang)
    if phrases and not any(phrase.fields for phrase in phrases):
        return "|".join(re.escape(phrase.source) for phrase in phrases)
    return ".+?"


def _kind(field: str) -> str:
    return field.rstrip("0123456789")


def _fitted(text: str, known: Sequence[Template], lang: str) -> str | None:
    """A text by the first template that fits with all its fields."""
    if len(text) > _LONGEST:
        return None
    for template in known:
        match = _pattern(template, lang).fullmatch(text)
        values = match and _values(match.groupdict(), lang)
        if values is not None:
            return template.fill(values)
    return None


def _values(given: Mapping[str, str], lang: str) -> dict[str, str] | None:
    values = {}
    for field, text in given.items():
        phrases = _phrases(_kind(field), lang)
        value = _fitted(text, phrases, lang) if phrases else text
        if _kind(field) == "message":
            value = _of_some_rule(text, lang)
        if value is None:
            return None
        values[field] = value
    return values


def _of_some_rule(message: str, lang: str) -> str:
    """The message of a finding told without its rule."""
    told = (translated(message, rule_id, lang) for rule_id in _rule_ids(lang))
    return next((text for text in told if text != message), message)
