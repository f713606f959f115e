"""Council files: one readable file a council, from which everything can be loaded and dumped.

`reading.read` makes values of a file, or lists all its faults; `dump.dump` writes values as a file.
`fixtures/README.md` is the format's documentation for those who write one.
"""
