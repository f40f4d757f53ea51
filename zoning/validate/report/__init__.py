"""Findings for people and programs.

`text_report`, `html_report`, `gpkg_report` and `sarif_report` are the forms of one result;
`rule_pages` writes the manual of rules, `rule_pictures` draws their cases, `rule_words` gives
their words in a language.

Shows what was found; changes none of it.
"""
