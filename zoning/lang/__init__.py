"""Words that people read, in their languages.

`translate` puts another language over the English sentences of findings and notes, by the
templates in ``zh/``; `console` speaks for commands, `text_tables` lays out columns; the modules
``*_words`` and `column_names` hold the words of maps, books, sheets and reports.

The English sentence stands beside the code that says it. Words are keyed by the
ids of rules; which rule fires, and why, others know.
"""
