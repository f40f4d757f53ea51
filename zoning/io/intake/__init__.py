"""From what an office delivered to layers: understood, converted, set aside, each said.

`inputs` are files as zoning.toml names them; `columns` guesses which column is which; `rows`
makes layers of rows; `rejected` keeps the rows that cannot be used, by name and reason; `advice`
says what an office should know of its files before the first run.

Changes nothing in silence: whatever is guessed or dropped comes back as a note or a problem.
"""
