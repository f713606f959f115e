"""An establishment list: the spreadsheet of posts that a council's first structure is made from.

`reading` makes a table of a file or of pasted text, `matching` says what each column is, `rows`
reads each row, `units` and `managers` link them, `making` makes the Snapshot. Its one rule: every
fault is found at once and said with its row and column; what a cell does not say stays unknown.
"""
